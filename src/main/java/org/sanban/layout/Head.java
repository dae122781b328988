package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.layout.fonts.FontRole;

/** 版头: what stands above the title on the first page, placed by the figures of its format. */
final class Head {

    /**
     * @param firstSlot where the title, or the body, begins
     * @param lines above and below the mark
     * @param names lines of the mark, {@code end} what follows them (文件), null without
     */
    record Done(int firstSlot, List<Line> lines, List<Mark> names, @Nullable Mark end) {}

    /** @param y upper edge of its characters in mm from the top of the sheet */
    record Line(double y, Piece.Fixed piece) {}

    /** @param x where it begins, {@code base} its base line, in mm from the upper left corner of the sheet; {@code spread} between its characters */
    record Mark(double x, double base, double spread, List<Letter> letters) {}

    private final Paper paper;
    private final Figures f;
    private final Area area;
    private final PaperPieces pieces;
    private final Drawing page;
    private final String markEnd;
    private final List<Line> lines = new ArrayList<>();
    private final List<Mark> names = new ArrayList<>();
    private @Nullable Mark end;
    private double markBottom;

    private Head(Paper paper, Figures figures, Area area, PaperPieces pieces, Drawing page) {
        this.paper = paper;
        this.f = figures;
        this.area = area;
        this.pieces = pieces;
        this.page = page;
        this.markEnd = paper.markEnd().isEmpty() ? figures.text("marks." + paper.format()) : paper.markEnd();
    }

    static Done draw(Paper paper, Figures figures, Area area, PaperPieces pieces, Drawing page) {
        Head head = new Head(paper, figures, area, pieces, page);
        int first = switch (paper.format()) {
            case DOCUMENT -> head.document();
            case LETTER -> head.letter();
            case ORDER -> head.order();
            case MINUTES -> head.minutes();
        };
        return new Done(first, head.lines, head.names, head.end);
    }

    private int document() {
        upperLeft(area.top());
        mark(area.top() + f.number("head.issuer_mark.top_from_type_area_mm"), f.number("head.issuer_mark.pt"));
        int slot = after(markBottom) + f.count("head.doc_number.blank_lines_above");
        slot += number(slot);
        return redLine(slot) + f.count("body.title.blank_lines_above_after_redline") + 1;
    }

    private int minutes() {
        upperLeft(area.top());
        mark(area.top() + f.number("minutes.mark_top_from_type_area_mm"), f.number("minutes.mark_pt"));
        int slot = after(markBottom) + (paper.number().isEmpty() ? 0 : f.count("head.doc_number.blank_lines_above"));
        slot += number(slot);
        return redLine(slot) + f.count("body.title.blank_lines_above_after_redline") + 1;
    }

    private int order() {
        mark(area.top() + f.number("order.mark_top_from_type_area_mm"), f.number("order.mark_pt"));
        int slot = after(markBottom) + f.count("order.number_blank_lines");
        number(slot);
        return slot + 1 + f.count("order.body_blank_lines");
    }

    private int letter() {
        mark(f.number("letter.mark_top_from_page_mm"), f.number("letter.mark_pt"));
        double thick = f.number("letter.thick_mm");
        double thin = f.number("letter.thin_mm");
        double gap = f.number("letter.line_gap_mm");
        double y = markBottom + millimetres("letter.first_line");
        red(y + thick / 2, thick);
        double end = y + thick + gap + thin;
        red(end - thin / 2, thin);
        double low = page.height - millimetres("letter.second_line");
        red(low - thick / 2, thick);
        red(low - thick - gap - thin / 2, thin);
        double top = end + f.number("letter.number.below_line_char_ratio") * area.size();
        if (!paper.number().isEmpty()) {
            List<Letter> number = pieces.letters(paper.number(), pieces.body(), "number");
            put(top, area.width() - Lines.width(number), number);
        }
        double foot = Math.max(paper.number().isEmpty() ? end : top + area.size(), upperLeft(top - (area.pitch() - area.size()) / 2));
        return (int) Math.round((foot - area.top()) / area.pitch()) + f.count("letter.title_blank_lines");
    }

    /** 份号, 紧急程度: flush left, one below the other. Returns where the last ends. */
    private double upperLeft(double top) {
        double y = top;
        double foot = top;
        for (int n = 0; n < 2; n++) {
            String text = n == 0 ? paper.copyNo() : paper.urgency();
            if (!text.isEmpty()) {
                Type type = n == 0 ? pieces.body() : pieces.body().in(FontRole.BLACK);
                put(y + (area.pitch() - area.size()) / 2, 0, pieces.letters(text, type, n == 0 ? "copyNo" : "urgency"));
                foot = y + area.foot();
                y += area.pitch();
            }
        }
        return foot;
    }

    private int after(double y) {
        return (int) Math.ceil((y - area.top()) / area.pitch() - 0.001);
    }

    private void mark(double top, double points) {
        double wide = f.number("head.issuer_mark.width_mm");
        int count = Math.max(1, paper.markNames().size());
        double longest = paper.markNames().stream().mapToInt(name -> name.codePointCount(0, name.length())).max().orElse(1);
        double characters = longest + markEnd.length();
        double size = Math.min(points * Figures.POINT, wide / characters);
        if (count > 1) {
            size = Math.min(size, f.number("head.issuer_mark.joint_height_mm") / count / 1.1);
        }
        Type type = new Type(FontRole.TITLE, size, size, Ink.RED);
        double left = area.left() + (area.width() - characters * size) / 2;
        double base = top;
        for (int n = 0; n < count && !paper.markNames().isEmpty(); n++) {
            List<Letter> name = pieces.letters(paper.markNames().get(n), type, "mark");
            double upper = name.stream().mapToDouble(l -> l.face().glyph(l.character()).top()).max().orElse(0.8) * size;
            base = n == 0 ? top + upper : base + size * 1.1;
            double spread = name.size() > 1 ? (longest * size - Lines.width(name)) / (name.size() - 1) : 0;
            page.text(name, left, base - Drawing.BASE * size, spread);
            markBottom = base - name.stream().mapToDouble(l -> l.face().glyph(l.character()).bottom()).min().orElse(0) * size;
            names.add(new Mark(left, base, spread, name));
        }
        if (!markEnd.isEmpty()) {
            double middle = base - size * 1.1 * (count - 1) / 2;
            end = new Mark(left + longest * size, middle, 0, pieces.letters(markEnd, type, "mark"));
            page.text(end.letters(), end.x(), middle - Drawing.BASE * size);
        }
    }

    /** 发文字号 with 签发人 beside it; returns how many slots more than one they take. */
    private int number(int slot) {
        List<Letter> number = pieces.letters(paper.number(), pieces.body(), "number");
        int rows = (paper.signers().size() + 1) / f.count("head.signer.per_line");
        double cell = area.cell();
        if (paper.signers().isEmpty()) {
            if (!number.isEmpty()) {
                put(at(slot), (area.width() - Lines.width(number)) / 2, number);
            }
            return 0;
        }
        List<Letter> label = pieces.letters(f.text("words.signer"), pieces.body(), "label");
        double longest = paper.signers().stream().mapToInt(name -> name.codePointCount(0, name.length())).max().orElse(3);
        int perRow = Math.min(paper.signers().size(), f.count("head.signer.per_line"));
        double column = longest * cell;
        double start = area.width() - f.number("head.signer.indent_chars") * cell - perRow * column - (perRow - 1) * cell;
        for (int row = 0; row < rows; row++) {
            List<Piece.Stretch> stretches = new ArrayList<>();
            if (row == rows - 1 && !number.isEmpty()) {
                stretches.add(new Piece.Stretch(f.number("head.doc_number.upward.indent_chars") * cell, number));
            }
            if (row == 0) {
                stretches.add(new Piece.Stretch(start - Lines.width(label), label));
            }
            for (int n = row * perRow; n < Math.min(paper.signers().size(), (row + 1) * perRow); n++) {
                double x = start + (n % perRow) * (column + cell);
                stretches.add(new Piece.Stretch(x, pieces.letters(paper.signers().get(n), pieces.body().in(FontRole.KAI), "signers")));
            }
            put(at(slot + row), stretches);
        }
        return rows - 1;
    }

    private double at(int slot) {
        return area.slot(slot) + (area.pitch() - area.size()) / 2;
    }

    private int redLine(int slot) {
        double y = area.slot(slot) + area.foot() + f.number("head.red_line.below_number_mm");
        page.stroke(area.left(), y, area.left() + f.number("head.red_line.width_mm"), y, f.number("head.red_line.thickness_mm"), Ink.RED);
        return slot;
    }

    private void red(double y, double thick) {
        double width = f.number("letter.line_width_mm");
        double left = (page.width - width) / 2;
        page.stroke(left, y, left + width, y, thick, Ink.RED);
    }

    private double millimetres(String path) {
        return f.number(path + "_mm");
    }

    private void put(double y, double x, List<Letter> letters) {
        put(y, List.of(new Piece.Stretch(x, letters)));
    }

    private void put(double y, List<Piece.Stretch> stretches) {
        stretches.forEach(s -> page.text(s.letters(), area.left() + s.x(), y));
        lines.add(new Line(y, new Piece.Fixed(stretches)));
    }
}
