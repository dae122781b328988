package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.layout.Column.Row;
import org.sanban.layout.fonts.FontRole;
import org.sanban.layout.fonts.Fonts;

/**
 * Sets a paper on its pages: head, body, closing, annexes, imprint, page numbers. Where the closing with its seal finds no room, lines are
 * moved closer, and when that is not enough the last lines of the body go with it: a page never bears a seal alone.
 */
final class PaperSetting {

    /** A page before it is drawn: {@code pitch} is its own height of a slot, below {@code top}. */
    private static final class Leaf {
        final List<Row> rows = new ArrayList<>();
        final int room;
        final double top;
        double pitch;

        Leaf(double top, double pitch, int room) {
            this.top = top;
            this.pitch = pitch;
            this.room = room;
        }

        int used() {
            return rows.stream().mapToInt(Row::slots).sum();
        }

        PaperPlan.Side side() {
            return new PaperPlan.Side(pitch, room, List.copyOf(rows));
        }
    }

    private final Paper paper;
    private final Figures f;
    private final Casting casting;
    private final Area area;
    private final PaperPieces pieces;
    private final List<Drawing> pages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean moved;
    private boolean fits = true;
    private @Nullable PaperPlan plan;

    private PaperSetting(Paper paper, Fonts fonts, Figures figures, boolean moved) {
        this.paper = paper;
        this.f = figures;
        this.moved = moved;
        casting = new Casting(fonts, figures);
        area = Area.upright(figures);
        pieces = new PaperPieces(figures, casting, area);
    }

    /** The sheet, and how it was made, for a DOCX. */
    static PaperPlan of(Paper paper, Fonts fonts, Figures figures) {
        PaperSetting setting = new PaperSetting(paper, fonts, figures, false);
        boolean shows = setting.set();
        if (!shows && !paper.recipients().isEmpty()) {
            PaperSetting other = new PaperSetting(paper, fonts, figures, true);
            other.notes.add("layout.note.recipients-in-imprint");
            if (other.set() && other.fits) {
                setting = other;
            }
        }
        return Objects.requireNonNull(setting.plan);
    }

    /** Does the first page show the body? */
    private boolean set() {
        Drawing first = turn();
        Head.Done head = Head.draw(paper, f, area, pieces, first);
        List<Piece> main = main();
        Closing closing = new Closing.Plan(paper, f, area, pieces).closing();
        Imprint imprint = Imprint.of(paper, f, area, pieces, moved);
        List<Leaf> leaves = fill(new Column(area).rows(main), head.firstSlot());
        boolean last = paper.annexes().isEmpty();
        close(leaves, closing, last && !f.holds("imprint.even_page") ? imprint.height() : 0);
        for (int n = 0; n < leaves.size(); n++) {
            draw(leaves.get(n), n == 0 ? first : turn());
        }
        Leaf end = leaves.getLast();
        double below = end.top + end.used() * end.pitch;
        draw(closing, end, below);
        double free = area.bottom() - below - closing.slots() * end.pitch;
        List<PaperPlan.AnnexPlan> annexes = new ArrayList<>();
        for (int n = 0; n < paper.annexes().size(); n++) {
            Paper.Annex annex = paper.annexes().get(n);
            String element = "annex-" + (n + 1);
            free = annex.across() ? across(annex, element, annexes) : upright(annex, element, annexes);
        }
        int turns = imprint(imprint, free);
        pages.forEach(this::number);
        Sheet sheet = new Sheet(pages.stream().map(Drawing::page).toList(), casting.substitutions(), List.copyOf(notes));
        plan = new PaperPlan(sheet, head, leaves.stream().map(Leaf::side).toList(), closing, annexes, imprint, turns, area);
        return leaves.getFirst().rows.stream().anyMatch(Row::body) || paper.body().isEmpty();
    }

    private List<Piece> main() {
        List<Piece> main = new ArrayList<>();
        if (!paper.title().isEmpty()) {
            main.add(pieces.title(paper.title(), "title"));
            main.add(new Piece.Blank(f.count("body.main.blank_lines_above")));
        }
        if (!moved && !paper.recipients().isEmpty()) {
            main.add(pieces.flush(paper.recipients(), "recipients"));
        }
        main.addAll(pieces.blocks(paper.body(), "body"));
        main.addAll(pieces.rolls(paper.rolls()));
        main.addAll(pieces.attachmentNote(paper.attachments()));
        return main;
    }

    private List<Leaf> fill(List<Row> rows, int firstSlot) {
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(new Leaf(area.slot(firstSlot), area.pitch(), Math.max(1, area.slots() - firstSlot)));
        for (Row row : rows) {
            if (leaves.getLast().used() + row.slots() > leaves.getLast().room) {
                leaves.add(new Leaf(area.top(), area.pitch(), area.slots()));
                if (row.head() != null && row.head().slots() + row.slots() <= area.slots()) {
                    leaves.getLast().rows.add(row.head());
                }
            }
            if (!row.blank() || leaves.size() == 1 || !leaves.getLast().rows.isEmpty()) {
                leaves.getLast().rows.add(row);
            }
        }
        return leaves;
    }

    /** Makes room for the closing, and for the imprint where lines moved a little closer are enough for it. */
    private void close(List<Leaf> leaves, Closing closing, double foot) {
        Leaf end = leaves.getLast();
        double room = area.bottom() - end.top;
        int slots = Math.max(1, end.used() + closing.slots());
        double least = area.pitch() * area.slots() / (area.slots() + f.number("body.squeeze.lines"));
        boolean whole = slots * area.pitch() + foot <= room + 0.01;
        boolean bare = slots * area.pitch() <= room + 0.01;
        if (!whole && (room - foot) / slots >= least) {
            end.pitch = (room - foot) / slots;
            notes.add("layout.note.lines-closer");
        } else if (!bare && room / slots >= least) {
            end.pitch = room / slots;
            notes.add("layout.note.lines-closer");
        } else if (!bare) {
            carry(leaves, end);
        }
    }

    private void carry(List<Leaf> leaves, Leaf end) {
        Leaf next = new Leaf(area.top(), area.pitch(), area.slots());
        int keep = f.count("body.keep_with_signature.lines");
        int bodies = 0;
        while (end.rows.size() > 1 && bodies < keep) {
            Row row = end.rows.removeLast();
            next.rows.addFirst(row);
            bodies += row.body() ? 1 : 0;
        }
        leaves.add(next);
        notes.add("layout.note.lines-carried");
    }

    private void draw(Leaf leaf, Drawing page) {
        double y = leaf.top;
        for (Row row : leaf.rows) {
            row.drawer().draw(page, area.left(), y, leaf.pitch);
            y += row.slots() * leaf.pitch;
        }
    }

    private void draw(Closing closing, Leaf leaf, double below) {
        Drawing page = pages.getLast();
        double ratio = leaf.pitch / area.pitch();
        for (Closing.Line line : closing.lines()) {
            double y = below + line.slot() * leaf.pitch + (leaf.pitch - area.size()) / 2;
            line.piece().stretches().forEach(s -> page.text(s.letters(), area.left() + s.x(), y));
        }
        for (Seal seal : closing.seals()) {
            double y = below + seal.y() * (closing.seals().size() > 1 ? ratio : 1);
            page.seal(new Seal(area.left() + seal.x(), y, seal.width(), seal.height(), seal.whose()));
        }
    }

    private double upright(Paper.Annex annex, String element, List<PaperPlan.AnnexPlan> plans) {
        List<Piece> all = pieces.annex(annex, element);
        List<Leaf> leaves = fill(new Column(area).rows(all), 0);
        leaves.forEach(leaf -> draw(leaf, turn()));
        plans.add(new PaperPlan.AnnexPlan(leaves.stream().map(Leaf::side).toList(), false));
        return area.bottom() - leaves.getLast().top - leaves.getLast().used() * area.pitch();
    }

    /** Its pages lie on their side with their head at the left edge: the binding edge of an odd page, the outer edge of an even one. */
    private double across(Paper.Annex annex, String element, List<PaperPlan.AnnexPlan> plans) {
        Area wide = area.across();
        List<Piece> all = new PaperPieces(f, casting, wide).annex(annex, element);
        Leaf leaf = new Leaf(0, wide.pitch(), wide.slots());
        List<Leaf> leaves = new ArrayList<>(List.of(leaf));
        for (Row row : new Column(wide).rows(all)) {
            if (leaves.getLast().used() + row.slots() > wide.slots()) {
                leaves.add(new Leaf(0, wide.pitch(), wide.slots()));
                if (row.head() != null) {
                    leaves.getLast().rows.add(row.head());
                }
            }
            leaves.getLast().rows.add(row);
        }
        for (Leaf one : leaves) {
            Drawing side = new Drawing(0, wide.width(), wide.height());
            double y = 0;
            for (Row row : one.rows) {
                row.drawer().draw(side, 0, y, one.pitch);
                y += row.slots() * one.pitch;
            }
            turn().turned(side, area.left(), area.bottom());
        }
        plans.add(new PaperPlan.AnnexPlan(leaves.stream().map(Leaf::side).toList(), true));
        return 0;
    }

    /** @return how many pages were turned for it */
    private int imprint(Imprint imprint, double free) {
        if (imprint.empty()) {
            return 0;
        }
        fits = imprint.height() <= area.height();
        boolean even = f.holds("imprint.even_page");
        int before = pages.size();
        if (free + 0.01 < imprint.height() || even && pages.size() % 2 == 1) {
            boolean blank = even && pages.size() % 2 == 0;
            if (blank) {
                turn().numbered = false;
            }
            turn().numbered = !blank;
        }
        imprint.draw(pages.getLast(), f, area);
        return pages.size() - before;
    }

    private Drawing turn() {
        pages.add(new Drawing(pages.size() + 1, f.number("page.width"), f.number("page.height")));
        return pages.getLast();
    }

    private void number(Drawing page) {
        if (page.number == 1 && paper.format() == Paper.Format.LETTER && !f.holds("letter.first_page_number")) {
            page.numbered = false;
        }
        if (!page.numbered) {
            return;
        }
        Type type = pieces.type("page_no", FontRole.SONG);
        List<Letter> text = pieces.letters("— " + page.number + " —", type, "page");
        double dash = area.bottom() + f.number("page_number.dash_below_type_area_mm");
        double x = page.number % 2 == 1 ? area.right() - area.cell() - Lines.width(text) : area.left() + area.cell();
        Letter line = text.getFirst();
        var shape = line.face().glyph(line.character());
        page.text(text, x, dash + (shape.top() + shape.bottom()) / 2 * type.size() - Drawing.BASE * type.size());
    }
}
