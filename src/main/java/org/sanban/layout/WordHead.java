package org.sanban.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.sanban.layout.write.Word;
import org.sanban.layout.write.WordGrid;

/** 版头 in a DOCX: lines off the grid, each at the place where the paper has it, and then the grid begins. Lengths are twips. */
final class WordHead {

    /** Left free before the grid, which draws the next line to itself. */
    private static final int SURE = 2;

    private final XWPFDocument document;
    private final Figures f;
    private final PaperPlan plan;
    private final WordPieces pieces;
    private final boolean letter;
    private int cursor;

    WordHead(XWPFDocument document, Figures figures, PaperPlan plan, WordPieces pieces, boolean letter) {
        this.document = document;
        this.f = figures;
        this.plan = plan;
        this.pieces = pieces;
        this.letter = letter;
    }

    void write() {
        Area area = plan.area();
        double firstMark = plan.head().names().isEmpty() ? 0 : plan.head().names().getFirst().base();
        List<Head.Line> lines = lines();
        lines.stream().filter(line -> base(line) < firstMark).forEach(this::line);
        mark();
        List<Head.Line> below = lines.stream().filter(line -> base(line) >= firstMark).toList();
        below.forEach(line -> {
            XWPFParagraph p = line(line);
            if (line == below.getLast() && !letter) {
                redLine(p);
            }
        });
        int rest = plan.head().firstSlot() * WordPieces.pitch(f) - cursor;
        int slots = Math.max(1, Math.round((float) rest / WordPieces.pitch(f)));
        int first = rest - (slots - 1) * WordPieces.pitch(f) - SURE;
        if (first > 0) {
            pieces.empty(first);
        }
        for (int n = 1; n < slots; n++) {
            pieces.empty(WordPieces.pitch(f));
        }
    }

    /** What stands at one height is one line. */
    private List<Head.Line> lines() {
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

    private double base(Head.Line line) {
        return line.y() + Drawing.BASE * plan.area().size();
    }

    private XWPFParagraph line(Head.Line line) {
        XWPFParagraph p = at(base(line), plan.area().size());
        pieces.stretches(p, line.piece().stretches());
        return p;
    }

    /** A line off the grid whose base line stands there, in mm from the top of the sheet. */
    private XWPFParagraph at(double base, double size) {
        XWPFParagraph p = WordGrid.paragraph(document);
        int before = Math.max(0, WordGrid.twips(base - plan.area().top()) - WordGrid.base(size) - cursor);
        WordGrid.exactly(p, before, WordGrid.single(size), 0);
        cursor += before + WordGrid.single(size);
        return p;
    }

    /** A mark that begins above the type area is put at its place on the page; several names stand in a table, with what follows them beside them. */
    private void mark() {
        Head.Mark end = plan.head().end();
        List<Head.Mark> names = plan.head().names();
        if (names.size() > 1) {
            joint(names, end);
        } else if (!names.isEmpty()) {
            Head.Mark name = names.getFirst();
            double size = name.letters().getFirst().type().size();
            boolean above = WordGrid.twips(name.base() - plan.area().top()) < WordGrid.base(size);
            XWPFParagraph p = above ? framed(name, size) : at(name.base(), size);
            if (!above) {
                WordGrid.indent(p, WordGrid.twips(name.x() - plan.area().left()), 0, 0);
            }
            run(p, name, size);
            if (end != null) {
                run(p, end, size);
            }
        }
    }

    private void joint(List<Head.Mark> names, Head.@Nullable Mark end) {
        Head.Mark first = names.getFirst();
        double size = first.letters().getFirst().type().size();
        int row = WordGrid.twips(names.get(1).base() - first.base());
        int base = (int) Math.round(row * WordGrid.ASCENT);
        int top = WordGrid.twips(first.base() - plan.area().top()) - base;
        pieces.empty(top - cursor);
        cursor = top + row * names.size();
        XWPFTable table = document.createTable(names.size(), end == null ? 1 : 2);
        double left = first.x() - plan.area().left();
        double wide = end == null ? plan.area().width() - left : end.x() - first.x();
        Word.plain(table, end == null ? new double[] {wide} : new double[] {wide, plan.area().width() - left - wide}, WordGrid.twips(left));
        for (int n = 0; n < names.size(); n++) {
            table.getRow(n).setHeight(row);
            table.getRow(n).setHeightRule(TableRowHeightRule.EXACT);
            run(cell(table.getRow(n).getCell(0), row), names.get(n), size);
            if (end != null) {
                Word.merged(table.getRow(n).getCell(1), n == 0);
                XWPFParagraph p = cell(table.getRow(n).getCell(1), row);
                if (n == 0) {
                    run(p, end, size);
                }
            }
        }
    }

    private static XWPFParagraph cell(XWPFTableCell cell, int row) {
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        XWPFParagraph p = cell.getParagraphs().getFirst();
        WordGrid.exactly(p, 0, row, 0);
        return p;
    }

    private XWPFParagraph framed(Head.Mark mark, double size) {
        XWPFParagraph p = WordGrid.paragraph(document);
        p.setAlignment(ParagraphAlignment.LEFT);
        WordGrid.exactly(p, 0, WordGrid.single(size), 0);
        int width = WordGrid.twips(Lines.width(mark.letters()) + mark.spread() * mark.letters().size() + size / 2);
        WordGrid.frame(p, WordGrid.twips(mark.x()), WordGrid.twips(mark.base()) - WordGrid.base(size), width, WordGrid.single(size));
        return p;
    }

    private void run(XWPFParagraph p, Head.Mark mark, double size) {
        p.setAlignment(ParagraphAlignment.LEFT);
        StringBuilder text = new StringBuilder();
        mark.letters().forEach(one -> text.appendCodePoint(one.character()));
        double points = Math.floor(size / Figures.POINT * 2) / 2;
        XWPFRun run = Word.run(p, text.toString(), f, mark.letters().getFirst().type().role(), points);
        WordGrid.apart(run, WordGrid.twips(size + mark.spread() - points * Figures.POINT));
        run.setColor(Word.RED);
    }

    private void redLine(XWPFParagraph p) {
        plan.sheet().pages().getFirst().strokes().stream().filter(stroke -> stroke.ink() == Ink.RED).findFirst().ifPresent(stroke -> {
            int above = WordGrid.twips(stroke.y1() - stroke.width() / 2 - plan.area().top()) - cursor;
            cursor += Word.redLineBelow(p, Math.max(0, above), stroke.width());
        });
    }
}
