package org.sanban.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables in a text: consecutive lines {@code | a | b |}, the first of them the header. */
final class Tables {

    private static final Pattern ROW = Pattern.compile("(?m)^\\|(?<cells>.*)\\|[ \\t]*$");
    private static final Pattern CELL = Pattern.compile("(?:\\\\\\||[^|])*");
    private static final Pattern FIGURE = Pattern.compile("(?<figure>-?\\d[\\d,，]*(?:\\.\\d+)?)(?<percent>%|％)?");

    private Tables() {}

    record Cell(String text, Span span) {

        /** The figure that is all the cell holds; null for words, zero for nothing. */
        @Nullable BigDecimal figure() {
            if (text.isEmpty() || text.matches("[—–\\-/]+")) {
                return BigDecimal.ZERO;
            }
            Matcher m = FIGURE.matcher(text);
            return m.matches() ? new BigDecimal(m.group("figure").replaceAll("[,，]", "")) : null;
        }

        boolean isPercent() {
            return text.endsWith("%") || text.endsWith("％");
        }
    }

    record Table(List<Cell> header, List<List<Cell>> rows) {}

    static List<Table> in(String text) {
        List<Table> tables = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        int end = -1;
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            if (row.start() != end + 1) {
                close(rows, tables);
            }
            rows.add(cells(row.group("cells"), row.start("cells")));
            end = row.end();
        }
        close(rows, tables);
        return tables;
    }

    private static void close(List<List<Cell>> rows, List<Table> tables) {
        if (rows.size() > 1) {
            tables.add(new Table(rows.getFirst(), List.copyOf(rows.subList(1, rows.size()))));
        }
        rows.clear();
    }

    private static List<Cell> cells(String row, int offset) {
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        while (from <= row.length()) {
            Matcher cell = CELL.matcher(row).region(from, row.length());
            int to = cell.lookingAt() ? cell.end() : from;
            cells.add(new Cell(row.substring(from, to).strip(), new Span(offset + from, offset + to)));
            from = to + 1;
        }
        return cells;
    }
}
