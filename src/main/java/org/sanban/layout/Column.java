package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays pieces into slots one below the other: the lines of one page after the other, before anything is drawn. */
final class Column {

    /**
     * One line, table row or blank, and how many slots it takes.
     *
     * @param piece of which it is, {@code line} which one of its lines
     */
    record Row(int slots, boolean body, boolean blank, Drawer drawer, @Nullable Row head, Piece piece, int line) {}

    /** Draws at the upper edge of a slot, with the height of a slot on that page. */
    interface Drawer {
        void draw(Drawing page, double left, double top, double pitch);
    }

    private final Area area;

    Column(Area area) {
        this.area = area;
    }

    List<Row> rows(List<Piece> pieces) {
        List<Row> rows = new ArrayList<>();
        pieces.forEach(piece -> add(piece, rows));
        return rows;
    }

    private void add(Piece piece, List<Row> rows) {
        switch (piece) {
            case Piece.Blank blank -> {
                for (int n = 0; n < blank.slots(); n++) {
                    rows.add(new Row(1, false, true, (page, left, top, pitch) -> {}, null, piece, n));
                }
            }
            case Piece.Flow flow -> flow(flow, rows);
            case Piece.Middle middle -> {
                for (int n = 0; n < middle.lines().size(); n++) {
                    List<Letter> line = middle.lines().get(n);
                    rows.add(text(line, (area.width() - Lines.width(line)) / 2, 0, false, middle, n));
                }
            }
            case Piece.Fixed fixed -> rows.add(new Row(1, false, false, (page, left, top, pitch) -> fixed.stretches().forEach(
                    s -> page.text(s.letters(), left + s.x(), top + (pitch - s.letters().getFirst().type().size()) / 2)), null, piece, 0));
            case Piece.Ruled ruled -> table(ruled, rows);
        }
    }

    private void flow(Piece.Flow flow, List<Row> rows) {
        double room = area.width() - flow.right();
        List<List<Letter>> lines = flow.lines(area.width());
        for (int n = 0; n < lines.size(); n++) {
            List<Letter> line = lines.get(n);
            double x = n == 0 ? flow.first() : flow.rest();
            double over = room - x - Lines.width(line);
            boolean fill = !flow.names() && n < lines.size() - 1 && line.size() > 1 && over < 3 * area.cell();
            rows.add(text(line, x, fill ? over / (line.size() - 1) : 0, flow.body(), flow, n));
        }
    }

    private static Row text(List<Letter> line, double x, double wider, boolean body, Piece piece, int n) {
        return new Row(1, body, false, (page, left, top, pitch) -> {
            if (!line.isEmpty()) {
                page.text(line, left + x, top + (pitch - line.getFirst().type().size()) / 2, wider);
            }
        }, null, piece, n);
    }

    private static void table(Piece.Ruled ruled, List<Row> rows) {
        Cells cells = ruled.cells();
        Row head = null;
        for (int n = 0; n < cells.rows().size(); n++) {
            int row = n;
            Row next = new Row(cells.lines(n), true, false, (page, left, top, pitch) -> cells.at(pitch).draw(page, row, left, top), head, ruled, n);
            head = n == 0 ? next : head;
            rows.add(next);
        }
    }
}
