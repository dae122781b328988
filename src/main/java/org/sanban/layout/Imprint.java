package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;
import org.sanban.layout.fonts.FontRole;

/**
 * 版记: the lowest part of the type area of the last page.
 *
 * @param copies lines of 抄送, with moved recipients above them; {@code flows}: the same as paragraphs
 * @param print the line of 印发机关 and 印发日期, empty in letters
 * @param ruled with its lines
 * @param row height of a line of text in mm
 */
record Imprint(List<Piece.Fixed> copies, List<Piece.Flow> flows, List<Piece.Stretch> print, boolean ruled, double row, double size) {

    static Imprint of(Paper paper, Figures f, Area area, PaperPieces pieces, boolean recipientsMoved) {
        Type type = pieces.type("imprint", FontRole.FANGSONG);
        double indent = f.number("imprint.cc.indent_chars") * area.cell();
        List<Piece.Fixed> copies = new ArrayList<>();
        List<Piece.Flow> flows = new ArrayList<>();
        if (recipientsMoved) {
            String names = paper.recipients().replaceFirst("[：:]$", "") + f.text("words.full_stop");
            flows.add(labelled(f.text("words.main"), names, type, indent, pieces, "recipients"));
        }
        if (!paper.copies().isEmpty()) {
            flows.add(labelled(f.text("words.copies"), paper.copies() + f.text("words.full_stop"), type, indent, pieces, "copies"));
        }
        flows.forEach(flow -> copies.addAll(rows(flow, area)));
        boolean letter = paper.format() == Paper.Format.LETTER;
        List<Piece.Stretch> print = new ArrayList<>();
        if (!letter && !(paper.printer().isEmpty() && paper.printed().isEmpty())) {
            List<Letter> on = pieces.letters(paper.printed().isEmpty() ? "" : paper.printed() + f.text("words.printed"), type, "printed");
            print.add(new Piece.Stretch(f.number("imprint.print_info.left_indent") * area.cell(), pieces.letters(paper.printer(), type, "printer")));
            print.add(new Piece.Stretch(area.width() - f.number("imprint.print_info.right_indent") * area.cell() - Lines.width(on), on));
        }
        return new Imprint(copies, flows, print, !letter || f.holds("letter.imprint_lines"), f.number("imprint.row_lines") * area.pitch(), type.size());
    }

    /** What goes on stands after the colon of the label. */
    private static Piece.Flow labelled(String label, String text, Type type, double indent, PaperPieces pieces, String element) {
        List<Letter> letters = new ArrayList<>(pieces.letters(label, type, "label"));
        double rest = indent + Lines.width(letters);
        letters.addAll(pieces.letters(text, type, element));
        return new Piece.Flow(letters, indent, rest, indent, false, false);
    }

    private static List<Piece.Fixed> rows(Piece.Flow flow, Area area) {
        List<Piece.Fixed> rows = new ArrayList<>();
        for (List<Letter> line : flow.lines(area.width())) {
            rows.add(new Piece.Fixed(List.of(new Piece.Stretch(rows.isEmpty() ? flow.first() : flow.rest(), line))));
        }
        return rows;
    }

    boolean empty() {
        return copies.isEmpty() && print.isEmpty();
    }

    double height() {
        return (copies.size() + (print.isEmpty() ? 0 : 1)) * row;
    }

    void draw(Drawing page, Figures f, Area area) {
        double y = area.bottom() - height();
        stroke(page, f, area, y, "first");
        for (Piece.Fixed line : copies) {
            text(page, area, line.stretches(), y);
            y += row;
        }
        if (!print.isEmpty()) {
            if (!copies.isEmpty()) {
                stroke(page, f, area, y, "middle");
            }
            text(page, area, print, y);
        }
        stroke(page, f, area, area.bottom(), "last");
    }

    private void text(Drawing page, Area area, List<Piece.Stretch> stretches, double y) {
        stretches.forEach(s -> page.text(s.letters(), area.left() + s.x(), y + (row - size) / 2));
    }

    private void stroke(Drawing page, Figures f, Area area, double y, String which) {
        if (ruled) {
            page.stroke(area.left(), y, area.left() + f.number("imprint.lines_mm.width"), y, f.number("imprint.lines_mm." + which), Ink.BLACK);
        }
    }
}
