package org.sanban.layout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBrType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.sanban.layout.write.Word;
import org.sanban.layout.write.WordGrid;

/** What stands on the grid, as paragraphs and tables of a DOCX. Lengths are twips where nothing else is said. */
final class WordPieces {

    /** Text that stands in lines of an exact height is lifted so far, in half points: between the two ways to place its base line. */
    private static final int LIFTED = 2;
    /** What ends nearer to the right edge than this, in characters, is led by its right end. */
    private static final double AT_RIGHT = 1.5;

    /** A row on its page, and whether the page before had room for it. */
    private record Placed(Column.Row row, int side, boolean forced) {}

    private final XWPFDocument document;
    private final Figures f;
    private final Area area;
    private final int pitch;

    WordPieces(XWPFDocument document, Figures figures, Area area) {
        this.document = document;
        this.f = figures;
        this.area = area;
        this.pitch = pitch(figures);
    }

    /** Height of a slot: a little less than the paper's, so that twenty-two of them fit however a program rounds. */
    static int pitch(Figures figures) {
        return Word.twipsOfPoints(figures.number("type_area.line_pitch_pt")).intValue();
    }

    /**
     * The rows of all pages.
     *
     * @param below slots that follow on the last of them
     * @param newPage the first begins on a new page
     * @return height of a slot of the last page
     */
    int write(List<PaperPlan.Side> sides, int below, boolean newPage) {
        List<Placed> all = new ArrayList<>();
        int last = pitch;
        for (int side = 0; side < sides.size(); side++) {
            List<Column.Row> rows = sides.get(side).rows();
            for (int n = 0; n < rows.size(); n++) {
                boolean forced = n == 0 && (side == 0 ? newPage : sides.get(side - 1).used() + rows.get(n).slots() <= sides.get(side - 1).room());
                all.add(new Placed(rows.get(n), side, forced));
            }
        }
        for (int from = 0; from < all.size();) {
            int to = from + 1;
            while (to < all.size() && all.get(to).row().piece() == all.get(from).row().piece()) {
                to++;
            }
            last = height(sides, all.get(from), all, below);
            piece(all.subList(from, to), last);
            from = to;
        }
        PaperPlan.Side end = sides.getLast();
        return end.rows().isEmpty() || all.isEmpty() ? pitch : closer(end) ? height(sides, all.getLast(), all, below) : pitch;
    }

    private boolean closer(PaperPlan.Side side) {
        return Math.abs(side.pitch() - area.pitch()) > 0.001;
    }

    /** Where lines of a page stand closer, those of a paragraph that began on the page before do not: the others make up for them. */
    private int height(List<PaperPlan.Side> sides, Placed placed, List<Placed> all, int below) {
        PaperPlan.Side side = sides.get(placed.side());
        if (!closer(side)) {
            return pitch;
        }
        int carried = side.rows().stream()
                .filter(row -> all.stream().anyMatch(other -> other.side() < placed.side() && other.row().piece() == row.piece()))
                .mapToInt(Column.Row::slots).sum();
        int slots = side.used() + (placed.side() == sides.size() - 1 ? below : 0);
        return (WordGrid.twips(side.pitch() * slots) - carried * pitch) / Math.max(1, slots - carried) - 1;
    }

    private void piece(List<Placed> rows, int height) {
        boolean newPage = rows.getFirst().forced();
        switch (rows.getFirst().row().piece()) {
            case Piece.Blank blank -> rows.forEach(row -> turned(empty(height), row.forced()));
            case Piece.Flow flow -> turned(flow(flow, rows, height), newPage);
            case Piece.Middle middle -> rows.forEach(row -> turned(middle(middle.lines().get(row.row().line()), height), row.forced()));
            case Piece.Fixed fixed -> turned(fixed(fixed, height), newPage);
            case Piece.Ruled ruled -> {
                if (newPage) {
                    turned(empty(1), true);
                }
                new WordTable(this, f, document).write(ruled.cells(), height);
            }
        }
    }

    private static void turned(XWPFParagraph p, boolean newPage) {
        if (newPage) {
            p.setPageBreak(true);
        }
    }

    /** Empty slots on the grid, or one of another height. */
    XWPFParagraph empty(int height) {
        XWPFParagraph p = WordGrid.paragraph(document);
        if (height != pitch) {
            WordGrid.exactly(p, 0, height, 0);
        }
        return p;
    }

    private XWPFParagraph flow(Piece.Flow flow, List<Placed> rows, int height) {
        XWPFParagraph p = empty(height);
        int edge = flow.names() ? WordLines.edge(flow, area.width()) : 0;
        WordGrid.indent(p, WordGrid.twips(flow.rest()), WordGrid.twips(flow.first()) - WordGrid.twips(flow.rest()), WordGrid.twips(flow.right()) + edge);
        if (flow.names()) {
            p.setAlignment(ParagraphAlignment.LEFT);
        } else if (flow.rest() == 0 && flow.first() > 0) {
            p.getCTP().getPPr().getInd().setFirstLineChars(BigInteger.valueOf(Math.round(flow.first() / area.cell() * 100)));
        }
        List<WordLines.Line> lines = WordLines.of(flow, area.width(), !flow.names());
        for (int n = 0; n < lines.size(); n++) {
            if (n > 0 && n < rows.size() && rows.get(n).forced()) {
                p.createRun().getCTR().addNewBr().setType(STBrType.PAGE);
            }
            runs(p, lines.get(n).letters(), lines.get(n).wider(), height == pitch ? 0 : LIFTED);
        }
        return p;
    }

    /** A line of a title. */
    private XWPFParagraph middle(List<Letter> letters, int height) {
        XWPFParagraph p = WordGrid.paragraph(document);
        WordGrid.exactly(p, 0, height, 0);
        p.setAlignment(ParagraphAlignment.CENTER);
        runs(p, letters);
        return p;
    }

    /** One line in a slot. */
    XWPFParagraph fixed(Piece.Fixed fixed, int height) {
        XWPFParagraph p = empty(height);
        stretches(p, fixed.stretches(), height == pitch ? 0 : LIFTED);
        return p;
    }

    /** One line that stands so far below its slot; with what is left it takes two. */
    void between(Piece.Fixed fixed, int lower, int height) {
        XWPFParagraph p = WordGrid.paragraph(document);
        int before = lower + above(area.size(), height);
        WordGrid.exactly(p, before, WordGrid.single(area.size()), 0);
        stretches(p, fixed.stretches());
        empty(2 * height - before - WordGrid.single(area.size()));
    }

    /** What is free above a line off the grid that stands in the middle of a height. */
    static int above(double size, int height) {
        return Math.max(0, (height - WordGrid.twips(size)) / 2 + WordGrid.twips(Drawing.BASE * size) - WordGrid.base(size));
    }

    /** Text at its places from the left edge of the type area. */
    void stretches(XWPFParagraph p, List<Piece.Stretch> stretches) {
        stretches(p, stretches, 0);
    }

    /** @param lifted half points */
    void stretches(XWPFParagraph p, List<Piece.Stretch> stretches, int lifted) {
        p.setAlignment(ParagraphAlignment.LEFT);
        double end = 0;
        var properties = p.getCTP().getPPr();
        for (Piece.Stretch stretch : stretches) {
            double width = Lines.width(stretch.letters());
            if (stretch.x() > end + 0.1) {
                var stop = (properties.isSetTabs() ? properties.getTabs() : properties.addNewTabs()).addNewTab();
                boolean atRight = stretch.x() + width > area.width() - AT_RIGHT * area.cell();
                stop.setVal(atRight ? STTabJc.RIGHT : STTabJc.LEFT);
                stop.setPos(Word.twips(atRight ? stretch.x() + width : stretch.x()));
                p.createRun().addTab();
            }
            runs(p, stretch.letters(), 0, lifted);
            end = stretch.x() + width;
        }
    }

    void runs(XWPFParagraph p, List<Letter> letters) {
        runs(p, letters, 0, 0);
    }

    /** @param wider all together than on the grid, {@code lifted} half points */
    void runs(XWPFParagraph p, List<Letter> letters, int wider, int lifted) {
        int each = letters.isEmpty() ? 0 : Math.floorDiv(wider, letters.size());
        int more = wider - each * letters.size();
        for (int from = 0, to = 1; from < letters.size() && to <= letters.size(); to++) {
            if (to == letters.size() || to == more || !alike(letters.get(from), letters.get(to))) {
                XWPFRun run = run(p, letters.subList(from, to), WordLines.closer(letters.get(from)) + each + (from < more ? 1 : 0));
                if (lifted != 0) {
                    WordGrid.raised(run, lifted);
                }
                from = to;
            }
        }
    }

    private static boolean alike(Letter a, Letter b) {
        return a.type().equals(b.type()) && WordLines.closer(a) == WordLines.closer(b);
    }

    private XWPFRun run(XWPFParagraph p, List<Letter> letters, int apart) {
        Type type = letters.getFirst().type();
        StringBuilder text = new StringBuilder();
        letters.forEach(letter -> text.appendCodePoint(letter.character()));
        XWPFRun run = Word.run(p, text.toString(), f, type.role(), Math.round(type.size() / Figures.POINT * 2) / 2.0);
        WordGrid.apart(run, apart);
        return run;
    }
}
