package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;
import org.sanban.layout.fonts.FontRole;

/** Turns the elements of a paper between its head and its closing into pieces for the grid. */
final class PaperPieces {

    private static final int INDENT = 2;

    private final Figures figures;
    private final Casting casting;
    private final Area area;

    PaperPieces(Figures figures, Casting casting, Area area) {
        this.figures = figures;
        this.casting = casting;
        this.area = area;
    }

    Type body() {
        return new Type(FontRole.FANGSONG, area.size(), area.cell(), Ink.BLACK);
    }

    Type type(String figure, FontRole role) {
        return Type.plain(role, figures.number("fonts." + figure + ".pt"));
    }

    List<Letter> letters(String text, Type type, String element) {
        return casting.letters(text, type, element);
    }

    Piece title(String title, String element) {
        Type type = type("title", FontRole.TITLE);
        double most = Math.min(area.width(), figures.number("body.title.max_chars") * type.cell());
        List<String> particles = List.of(figures.text("words.particles").split(" "));
        List<List<Letter>> lines = new ArrayList<>();
        int at = 0;
        for (String part : title.split("\n", -1)) {
            List<Letter> letters = casting.letters(part, type, element, at);
            int from = at;
            Words words = Words.of(part, particles, figures.text("words.about"));
            Words placed = new Words(part, words.ends().stream().map(end -> end + from).collect(java.util.stream.Collectors.toSet()));
            lines.addAll(Title.lines(letters, placed, most, figures.text("words.about")));
            at += part.length() + 1;
        }
        return new Piece.Middle(lines);
    }

    Piece flush(String text, String element) {
        return new Piece.Flow(casting.letters(text, body(), element), 0, 0, 0, false, false);
    }

    List<Piece> blocks(List<Paper.Block> blocks, String element) {
        List<Piece> pieces = new ArrayList<>();
        for (Paper.Block block : blocks) {
            pieces.add(switch (block) {
                case Paper.Text text -> text(text, element);
                case Paper.Table table -> table(table, element);
            });
        }
        return pieces;
    }

    private Piece text(Paper.Text text, String element) {
        int to = Math.min(text.headingTo(), text.text().length());
        FontRole role = text.level() == 0 ? FontRole.FANGSONG : FontRole.valueOf(figures.text("levels." + text.level()));
        List<Letter> letters = new ArrayList<>(casting.letters(text.text().substring(0, to), body().in(role), element, text.at()));
        letters.addAll(casting.letters(text.text().substring(to), body(), element, text.at() + to));
        return new Piece.Flow(letters, INDENT * area.cell(), 0, 0, true, false);
    }

    private Piece table(Paper.Table table, String element) {
        Type type = Type.plain(FontRole.FANGSONG, figures.number("body.table.pt"));
        List<List<List<Letter>>> rows = new ArrayList<>();
        int at = table.at();
        for (List<String> row : table.rows()) {
            rows.add(Cells.row(row, casting, rows.isEmpty() ? type.in(FontRole.BLACK) : type, element, at + 2));
            at += row.stream().mapToInt(cell -> cell.length() + 3).sum() + 2;
        }
        return new Piece.Ruled(Cells.of(
                rows, area.width(), List.of(), type, area.pitch(), figures.number("body.table.padding_mm"), figures.number("body.table.line_mm"))
                .split(area.slots() - 2));
    }

    /** 附件说明: one blank line above; what goes on stands under the first character of the name. */
    List<Piece> attachmentNote(List<String> names) {
        List<Piece> pieces = new ArrayList<>();
        if (names.isEmpty()) {
            return pieces;
        }
        pieces.add(new Piece.Blank(figures.count("body.attachment_note.blank_lines_above")));
        double start = figures.number("body.attachment_note.indent_chars") * area.cell();
        List<Letter> label = letters(figures.text("words.attachments"), body(), "label");
        int at = 0;
        for (int n = 0; n < names.size(); n++) {
            List<Letter> number = names.size() == 1 ? List.of() : letters((n + 1) + ".", body(), "label");
            List<Letter> line = new ArrayList<>(n == 0 ? label : List.of());
            line.addAll(number);
            line.addAll(casting.letters(names.get(n), body(), "attachments", at));
            double rest = start + Lines.width(label) + Lines.width(number);
            pieces.add(new Piece.Flow(line, n == 0 ? start : start + Lines.width(label), rest, 0, false, false));
            at += names.get(n).length() + 1;
        }
        return pieces;
    }

    /** 出席, 请假, 列席: what goes on stands after the colon. */
    List<Piece> rolls(List<Paper.Roll> rolls) {
        List<Piece> pieces = new ArrayList<>();
        double start = figures.number("minutes.attendance.indent_chars") * area.cell();
        for (Paper.Roll roll : rolls) {
            pieces.add(new Piece.Blank(1));
            List<Letter> label = letters(roll.label(), body().in(FontRole.BLACK), "rolls");
            List<Letter> line = new ArrayList<>(label);
            line.addAll(letters(roll.names(), body(), "rolls"));
            pieces.add(new Piece.Flow(line, start, start + Lines.width(label), 0, false, true));
        }
        return pieces;
    }

    /** 附件: its mark on line 1, its title in the middle of line 3. */
    List<Piece> annex(Paper.Annex annex, String element) {
        List<Piece> pieces = new ArrayList<>();
        String mark = figures.text("words.attachment") + (annex.number() > 0 ? annex.number() : "");
        pieces.add(new Piece.Flow(letters(mark, body().in(FontRole.BLACK), "label"), 0, 0, 0, false, false));
        pieces.add(new Piece.Blank(figures.count("attachment_page.title_line") - 2));
        if (!annex.title().isEmpty()) {
            pieces.add(title(annex.title(), element));
            pieces.add(new Piece.Blank(1));
        }
        pieces.addAll(blocks(annex.body(), element));
        return pieces;
    }
}
