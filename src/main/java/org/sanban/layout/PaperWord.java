package org.sanban.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.sanban.layout.write.Word;

/**
 * A paper as DOCX: paragraphs that the reader's program breaks into lines in its own fonts, on the same grid. Places are told by indents and
 * tab stops; the imprint is a plain table at the end, because a floating one is lost in LibreOffice.
 */
final class PaperWord {

    /** Left free above the imprint, so that it does not fall onto the next page in another program's lines; in mm. */
    private static final double SLACK = 5;

    /** Lines are so much closer, in points, that twenty-two of them fit with the red line among them, whatever a program rounds. */
    private static final double CLOSER = 0.05;

    /** Left free below the mark, in mm, so that the first page holds its twenty-two lines in LibreOffice, too. */
    private static final double SPARE = 0.6;

    private final Paper paper;
    private final PaperPlan plan;
    private final Figures f;
    private final Area area;
    private final double line;
    private final XWPFDocument document = new XWPFDocument();

    private PaperWord(Paper paper, PaperPlan plan, Figures figures) {
        this.paper = paper;
        this.plan = plan;
        this.f = figures;
        this.area = plan.area();
        this.line = figures.number("type_area.line_pitch_pt") - CLOSER;
    }

    static byte[] write(Paper paper, PaperPlan plan, Figures figures) {
        PaperWord word = new PaperWord(paper, plan, figures);
        try (XWPFDocument document = word.document) {
            word.all();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all() {
        CTSectPr last = document.getDocument().getBody().addNewSectPr();
        pageNumbers();
        head();
        plan.main().forEach(this::piece);
        closing();
        boolean wasAcross = false;
        for (PaperPlan.AnnexPlan annex : plan.annexes()) {
            if (annex.across() || wasAcross) {
                section(wasAcross);
                wasAcross = annex.across();
                annex.pieces().forEach(this::piece);
            } else {
                int before = document.getParagraphs().size();
                annex.pieces().forEach(this::piece);
                document.getParagraphs().get(before).setPageBreak(true);
            }
        }
        if (wasAcross) {
            section(true);
        }
        imprint();
        fill(last, false);
    }

    /** Ends the section that was written so far. */
    private void section(boolean across) {
        XWPFParagraph end = paragraph(1);
        CTSectPr section = end.getCTP().getPPr().addNewSectPr();
        CTSectPr footers = document.getDocument().getBody().getSectPr();
        for (var reference : footers.getFooterReferenceList()) {
            section.addNewFooterReference().set(reference);
        }
        fill(section, across);
    }

    private void fill(CTSectPr section, boolean across) {
        if (!section.isSetPgSz()) {
            fillSize(section, across);
        }
        if (!section.isSetPgMar()) {
            Word.margins(section, f, "page.");
            section.getPgMar().setFooter(Word.twips(f.number("page.bottom") - f.number("page_number.dash_below_type_area_mm") - f.points("fonts.page_no.pt") / 2));
        }
        if (paper.format() == Paper.Format.LETTER && !section.isSetTitlePg()) {
            section.addNewTitlePg();
        }
        if (!section.isSetDocGrid()) {
            var grid = section.addNewDocGrid();
            grid.setType(STDocGrid.LINES);
            grid.setLinePitch(Word.twipsOfPoints(line));
        }
    }

    private void fillSize(CTSectPr section, boolean across) {
        var size = section.addNewPgSz();
        size.setW(Word.twips(f.number(across ? "page.height" : "page.width")));
        size.setH(Word.twips(f.number(across ? "page.width" : "page.height")));
        if (across) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
    }

    /** What stands at one height is one line. */
    private List<Head.Line> headLines() {
        List<Head.Line> lines = new ArrayList<>();
        plan.head().lines().stream().sorted(Comparator.comparingDouble(Head.Line::y)).forEach(one -> {
            if (!lines.isEmpty() && Math.abs(lines.getLast().y() - one.y()) < 1) {
                List<Piece.Stretch> both = new ArrayList<>(lines.removeLast().piece().stretches());
                both.addAll(one.piece().stretches());
                both.sort(Comparator.comparingDouble(Piece.Stretch::x));
                lines.add(new Head.Line(one.y(), new Piece.Fixed(both)));
            } else {
                lines.add(one);
            }
        });
        return lines;
    }

    private void head() {
        List<Head.Line> lines = headLines();
        double y = area.top();
        for (Head.Line one : lines) {
            if (one.y() < plan.head().markTop() && one.y() >= area.top()) {
                fixed(one.piece(), line);
                y += area.pitch();
            }
        }
        Head.Line after = lines.stream().filter(one -> one.y() > plan.head().markTop()).findFirst().orElse(null);
        double firstRow = area.slot(plan.head().firstSlot());
        double markEnd = after == null ? firstRow : after.y() - (area.pitch() - area.size()) / 2;
        mark(y, markEnd);
        double sum = markEnd;
        double ruled = 0;
        for (Head.Line one : lines) {
            if (one.y() > plan.head().markTop()) {
                XWPFParagraph p = fixed(one.piece(), line);
                sum += area.pitch();
                if (one == lines.getLast() && paper.format() != Paper.Format.ORDER && paper.format() != Paper.Format.LETTER) {
                    ruled = Word.redLineBelow(
                            p, f.number("head.red_line.below_number_mm") - (area.pitch() - area.size()) / 2, f.number("head.red_line.thickness_mm"));
                }
            }
        }
        for (double rest = firstRow - sum; rest > area.pitch() / 2; rest -= area.pitch()) {
            paragraph(1 - ruled / area.pitch());
            ruled = 0;
        }
    }

    /** The mark fills what lies between the lines above it and the one below it. */
    private void mark(double from, double to) {
        List<Letter> mark = plan.head().mark();
        if (mark.isEmpty()) {
            return;
        }
        double size = mark.getFirst().type().size();
        double above = Math.max(0, plan.head().markTop() - from);
        int names = Math.max(1, paper.markNames().size());
        for (int n = 0; n < names; n++) {
            XWPFParagraph p = document.createParagraph();
            p.setAlignment(ParagraphAlignment.CENTER);
            double high = n < names - 1 ? size * 1.1 : Math.max(size * 1.05, to - from - above - (names - 1) * size * 1.1);
            Word.exactly(p, size * 1.1 / Figures.POINT);
            var spacing = p.getCTP().getPPr().getSpacing();
            spacing.setBefore(Word.twips(n == 0 ? above : 0));
            spacing.setAfter(Word.twips(Math.max(0, high - size * 1.1 - (n == names - 1 ? SPARE : 0))));
            String text = paper.markNames().get(n) + (n == (names - 1) / 2 ? plan.head().markEnd() : "");
            Word.run(p, text, f, mark.getFirst().type().role(), Math.floor(size / Figures.POINT * 2) / 2).setColor("E62129");
            if (paper.format() == Paper.Format.LETTER && n == names - 1) {
                Word.redLineBelow(p, f.number("letter.first_line_mm"), f.number("letter.thick_mm"));
            }
        }
    }

    private void piece(Piece piece) {
        switch (piece) {
            case Piece.Blank blank -> {
                for (int n = 0; n < blank.slots(); n++) {
                    paragraph(1);
                }
            }
            case Piece.Flow flow -> flow(flow);
            case Piece.Middle middle -> middle.lines().forEach(letters -> {
                XWPFParagraph p = paragraph(1);
                p.setAlignment(ParagraphAlignment.CENTER);
                runs(p, letters);
            });
            case Piece.Fixed fixed -> fixed(fixed, line);
            case Piece.Ruled ruled -> table(ruled.cells());
        }
    }

    private void flow(Piece.Flow flow) {
        XWPFParagraph p = paragraph(1);
        double hanging = flow.rest();
        var properties = p.getCTP().getPPr();
        var indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        if (hanging > 0) {
            indent.setLeft(Word.twips(hanging));
            indent.setHanging(Word.twips(Math.max(0, hanging - flow.first())));
        } else if (flow.first() > 0) {
            Word.indent(p, Math.round(flow.first() / area.cell()), f.number("fonts.body.pt"));
            indent = properties.getInd();
            indent.setFirstLine(Word.twips(flow.first()));
        }
        // Not justified: LibreOffice drops a mark of punctuation at the end of a justified line.
        p.setAlignment(ParagraphAlignment.LEFT);
        runs(p, flow.letters());
    }

    private void closing() {
        double at = 0;
        for (Closing.Line one : plan.closing().lines()) {
            for (; at + 0.6 < one.slot(); at++) {
                paragraph(1);
            }
            fixed(one.piece(), line);
            at++;
        }
    }

    private void imprint() {
        Imprint imprint = plan.imprint();
        if (imprint.empty()) {
            return;
        }
        double free = plan.blank();
        boolean alone = plan.sheet().pages().getLast().runs().stream().allMatch(r -> List.of("copies", "printer", "printed", "label", "page", "recipients").contains(r.place().element()));
        if (free > SLACK || alone) {
            XWPFParagraph space = paragraph(Math.max(1, free - SLACK) / area.pitch());
            space.setPageBreak(alone);
        }
        List<List<Piece.Stretch>> rows = new ArrayList<>();
        imprint.copies().forEach(copy -> rows.add(copy.stretches()));
        if (!imprint.print().isEmpty()) {
            rows.add(imprint.print());
        }
        XWPFTable table = document.createTable(rows.size(), 1);
        Word.imprintTable(table, area.width(), imprint.row(), imprint.ruled(), imprint.copies().size(), f);
        for (int n = 0; n < rows.size(); n++) {
            XWPFParagraph p = table.getRow(n).getCell(0).getParagraphs().getFirst();
            Word.exactly(p, imprint.row() / Figures.POINT - 1);
            stretches(p, rows.get(n));
        }
        Word.tiny(document.createParagraph());
    }

    private void table(Cells cells) {
        XWPFTable table = document.createTable(cells.rows().size(), cells.widths().length);
        Word.grid(table, cells.widths());
        for (int r = 0; r < cells.rows().size(); r++) {
            for (int c = 0; c < cells.widths().length; c++) {
                XWPFParagraph p = table.getRow(r).getCell(c).getParagraphs().getFirst();
                Word.exactly(p, line);
                List<Letter> all = cells.rows().get(r).get(c).stream().flatMap(List::stream).toList();
                runs(p, all);
            }
        }
        if (cells.rows().size() > 1) {
            table.getRow(0).setRepeatHeader(true);
        }
    }

    private XWPFParagraph fixed(Piece.Fixed fixed, double points) {
        XWPFParagraph p = document.createParagraph();
        Word.exactly(p, points);
        stretches(p, fixed.stretches());
        return p;
    }

    private void stretches(XWPFParagraph p, List<Piece.Stretch> stretches) {
        double end = 0;
        var properties = p.getCTP().getPPr();
        for (Piece.Stretch stretch : stretches) {
            if (stretch.x() > end + 0.1) {
                CTTabStop stop = (properties.isSetTabs() ? properties.getTabs() : properties.addNewTabs()).addNewTab();
                double width = Lines.width(stretch.letters());
                boolean atRight = stretch.x() + width > area.width() - 1.5 * area.cell();
                stop.setVal(atRight ? STTabJc.RIGHT : STTabJc.LEFT);
                stop.setPos(Word.twips(atRight ? stretch.x() + width : stretch.x()));
                p.createRun().addTab();
            }
            runs(p, stretch.letters());
            end = stretch.x() + Lines.width(stretch.letters());
        }
    }

    private XWPFParagraph paragraph(double lines) {
        XWPFParagraph p = document.createParagraph();
        Word.exactly(p, lines * line);
        return p;
    }

    private void runs(XWPFParagraph p, List<Letter> letters) {
        int from = 0;
        for (int to = 1; to <= letters.size(); to++) {
            if (to == letters.size() || !letters.get(to).type().equals(letters.get(to - 1).type())) {
                Type type = letters.get(from).type();
                StringBuilder text = new StringBuilder();
                letters.subList(from, to).forEach(letter -> text.appendCodePoint(letter.character()));
                var run = Word.run(p, text.toString(), f, type.role(), Math.round(type.size() / Figures.POINT * 2) / 2.0);
                if (type.cell() != type.size()) {
                    Word.closer(run, (type.cell() - type.size()) / Figures.POINT);
                }
                from = to;
            }
        }
    }

    private void pageNumbers() {
        double points = f.number("fonts.page_no.pt");
        for (HeaderFooterType side : List.of(HeaderFooterType.DEFAULT, HeaderFooterType.EVEN)) {
            XWPFParagraph p = document.createFooter(side).createParagraph();
            boolean odd = side == HeaderFooterType.DEFAULT;
            p.setAlignment(odd ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            int indent = Word.twips(area.cell()).intValue();
            if (odd) {
                p.setIndentationRight(indent);
            } else {
                p.setIndentationLeft(indent);
            }
            Word.pageNumber(p, f, points);
        }
        Word.evenAndOdd(document);
        if (paper.format() == Paper.Format.LETTER) {
            document.createFooter(HeaderFooterType.FIRST);
        }
    }
}
