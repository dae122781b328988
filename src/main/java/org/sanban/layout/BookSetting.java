package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sanban.layout.fonts.FontRole;
import org.sanban.layout.fonts.Fonts;

/** Sets running text on pages: title, contents, headings, paragraphs, tables whose head comes again, page numbers. */
final class BookSetting {

    private record Entry(int level, String text, int page) {}

    private static final double INDENT = 2;

    private final Figures figures;
    private final Casting casting;
    private final Book book;
    private final double width;
    private final double height;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private List<Drawing> pages = new ArrayList<>();
    private List<Entry> headings = new ArrayList<>();
    private double y;
    private int paragraph;

    private BookSetting(Book book, Fonts fonts, Figures figures) {
        this.book = book;
        this.figures = figures;
        this.casting = new Casting(fonts, figures);
        width = figures.number(book.across() ? "page.height" : "page.width");
        height = figures.number(book.across() ? "page.width" : "page.height");
        left = figures.number("book.page.left");
        right = width - figures.number("book.page.right");
        top = figures.number("book.page.top");
        bottom = height - figures.number("book.page.bottom");
    }

    static Sheet of(Book book, Fonts fonts, Figures figures) {
        BookSetting setting = new BookSetting(book, fonts, figures);
        setting.set(List.of());
        if (book.contents()) {
            setting.set(setting.headings);
            setting.set(setting.headings);
        }
        setting.pages.forEach(setting::number);
        return new Sheet(setting.pages.stream().map(Drawing::page).toList(), setting.casting.substitutions(), List.of());
    }

    private void set(List<Entry> contents) {
        List<Entry> known = List.copyOf(contents);
        pages = new ArrayList<>();
        headings = new ArrayList<>();
        paragraph = 0;
        turn();
        centred(book.title(), type("title", FontRole.TITLE), line("title"), "title");
        if (book.subtitle() != null) {
            centred(Objects.requireNonNull(book.subtitle()), type("subtitle", FontRole.KAI), line("subtitle"), "subtitle");
        }
        y += line("text");
        if (book.contents()) {
            contents(known);
        }
        book.parts().forEach(this::part);
    }

    private void contents(List<Entry> entries) {
        Type type = type("text", FontRole.FANGSONG);
        for (Entry entry : entries) {
            double start = left + (entry.level() - 1) * INDENT * type.cell();
            List<Letter> number = casting.letters(String.valueOf(entry.page()), type, "contents");
            List<Letter> dots = casting.letters(".", type, "contents");
            List<List<Letter>> lines = Lines.of(casting.letters(entry.text(), type, "contents"), right - start - 6 * type.cell(), right - start - 6 * type.cell());
            for (List<Letter> line : lines) {
                room(line("text"));
                draw(line, start, line("text"), type);
                if (line == lines.getLast()) {
                    double from = start + Lines.width(line) + type.cell();
                    for (double x = right - 2.5 * type.cell(); x > from; x -= type.cell()) {
                        page().text(dots, x, y + (line("text") - type.size()) / 2);
                    }
                    draw(number, right - Lines.width(number), line("text"), type);
                }
                y += line("text");
            }
        }
        turn();
    }

    private void part(Book.Part part) {
        String element = "part-" + ++paragraph;
        switch (part) {
            case Book.Heading heading -> heading(heading, element);
            case Book.Paragraph text -> text.text().lines().filter(line -> !line.isBlank())
                    .forEach(line -> flowing(line, type("text", FontRole.FANGSONG), line("text"), INDENT, element));
            case Book.Note note -> note.text().lines().filter(line -> !line.isBlank())
                    .forEach(line -> flowing(line, type("note", FontRole.KAI), line("note"), 0, element));
            case Book.Table table -> table(table, element);
            case Book.Bars bars -> bars(bars, element);
            case Book.Trend trend -> trend(trend, element);
            case Book.NewPage() -> {
                if (y > top) {
                    turn();
                }
            }
        }
    }

    private void heading(Book.Heading heading, String element) {
        String name = "heading" + Math.clamp(heading.level(), 1, 3);
        room(line(name) + 2 * line("text"));
        headings.add(new Entry(Math.clamp(heading.level(), 1, 3), heading.text(), pages.size()));
        flowing(heading.text(), type(name, heading.level() == 3 ? FontRole.KAI : FontRole.BLACK), line(name), 0, element);
    }

    private void flowing(String text, Type type, double pitch, double indent, String element) {
        double start = indent * type.cell();
        List<List<Letter>> lines = Lines.of(casting.letters(text.strip(), type, element), right - left - start, right - left);
        for (int n = 0; n < lines.size(); n++) {
            List<Letter> line = lines.get(n);
            room(n == 0 && lines.size() > 1 ? 2 * pitch : pitch);
            double x = left + (n == 0 ? start : 0);
            double over = right - x - Lines.width(line);
            double wider = n < lines.size() - 1 && line.size() > 1 && over < 3 * type.cell() ? over / (line.size() - 1) : 0;
            page().text(line, x, y + (pitch - type.size()) / 2, wider);
            y += pitch;
        }
    }

    private void centred(String text, Type type, double pitch, String element) {
        for (List<Letter> line : Lines.of(casting.letters(text, type, element), right - left, right - left)) {
            room(pitch);
            draw(line, (left + right - Lines.width(line)) / 2, pitch, type);
            y += pitch;
        }
    }

    private void table(Book.Table table, String element) {
        Type type = type("table", FontRole.FANGSONG);
        List<List<List<Letter>>> rows = new ArrayList<>();
        if (!table.head().isEmpty()) {
            rows.add(Cells.row(table.head(), casting, type.in(FontRole.BLACK), element, 0));
        }
        table.rows().forEach(row -> rows.add(Cells.row(row, casting, type, element, 0)));
        Cells cells = Cells.of(rows, right - left, table.shares(), type, line("table"), figures.number("book.table.padding_mm"), figures.number("book.table.line_mm"));
        boolean headed = !table.head().isEmpty();
        for (int n = 0; n < rows.size(); n++) {
            double needed = cells.height(n) + (n == 0 && headed && rows.size() > 1 ? cells.height(1) : 0);
            if (y + needed > bottom && y > top) {
                turn();
                if (headed && n > 0) {
                    cells.draw(page(), 0, left, y);
                    y += cells.height(0);
                }
            }
            cells.draw(page(), n, left, y);
            y += cells.height(n);
        }
        y += line("text") / 2;
    }

    private void bars(Book.Bars bars, String element) {
        Type type = type("table", FontRole.FANGSONG);
        double pitch = line("table");
        for (Book.Bar bar : bars.bars()) {
            BookChart.Row row = BookChart.row(bar, casting, type, right - left, element);
            room(row.lines() * pitch);
            row.draw(page(), bars.hatch(), left, y, pitch);
            y += row.lines() * pitch;
        }
        y += line("text") / 2;
    }

    private void trend(Book.Trend trend, String element) {
        room(BookChart.TREND);
        BookChart.draw(trend, page(), casting, type("table", FontRole.FANGSONG), left, y, right - left, element);
        y += BookChart.TREND + line("text") / 2;
    }

    private void draw(List<Letter> line, double x, double pitch, Type type) {
        page().text(line, x, y + (pitch - type.size()) / 2);
    }

    private void room(double needed) {
        if (y + needed > bottom + 0.01 && y > top) {
            turn();
        }
    }

    private void turn() {
        pages.add(new Drawing(pages.size() + 1, width, height));
        y = top;
    }

    private Drawing page() {
        return pages.getLast();
    }

    private void number(Drawing page) {
        Type type = type("page_no", FontRole.SONG);
        List<Letter> text = casting.letters("— " + page.number + " —", type, "page");
        page.text(text, (left + right - Lines.width(text)) / 2, bottom + figures.number("book.page_no.below_mm"));
    }

    private Type type(String name, FontRole role) {
        return Type.plain(role, figures.number("book." + name + ".pt"));
    }

    private double line(String name) {
        return figures.points("book." + name + ".line_pt");
    }
}
