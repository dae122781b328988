package org.sanban.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.sanban.routing.Tables.Cell;
import org.sanban.routing.Tables.Table;

/** Sums in tables (小计、合计、总计) added up again, down the columns and along the rows. */
record Sums(Terms t) {

    /** @return a flaw for each sum that is not what its parts add up to; cells that hold words are left alone */
    List<Flaw> wrongIn(String text, String field) {
        List<Flaw> flaws = new ArrayList<>();
        for (Table table : Tables.in(text)) {
            for (int column = 1; column < table.header().size(); column++) {
                if (!t.finds("uncounted", table.header().get(column).text())) {
                    flaws.addAll(down(table, column, field));
                }
                if (t.finds("sum", table.header().get(column).text())) {
                    flaws.addAll(along(table, column, field));
                }
            }
        }
        return flaws;
    }

    private List<Flaw> down(Table table, int column, String field) {
        List<Flaw> flaws = new ArrayList<>();
        List<Cell> parts = new ArrayList<>();
        List<Cell> subtotals = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            if (row.size() <= column) {
                return List.of();
            }
            if (t.finds("subtotal", row.getFirst().text())) {
                flaws.addAll(compare(row.get(column), parts, field));
                subtotals.add(row.get(column));
                parts.clear();
            } else if (t.finds("sum", row.getFirst().text())) {
                subtotals.addAll(parts);
                flaws.addAll(compare(row.get(column), subtotals, field));
                subtotals.clear();
                parts.clear();
            } else {
                parts.add(row.get(column));
            }
        }
        return flaws;
    }

    /** The columns before the sum, or those after it where it stands first; only if all are counted in one unit. */
    private List<Flaw> along(Table table, int sum, String field) {
        List<Integer> columns = addends(table, 1, sum);
        if (columns.isEmpty()) {
            columns = addends(table, sum + 1, table.header().size());
        }
        if (columns.stream().map(c -> unit(table.header().get(c))).distinct().count() != 1
                || !unit(table.header().get(columns.getFirst())).equals(unit(table.header().get(sum)))) {
            return List.of();
        }
        List<Flaw> flaws = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            if (row.size() == table.header().size()) {
                flaws.addAll(compare(row.get(sum), columns.stream().map(row::get).toList(), field));
            }
        }
        return flaws;
    }

    private List<Integer> addends(Table table, int from, int to) {
        return IntStream.range(from, to)
                .filter(c -> !t.finds("uncounted", table.header().get(c).text()) && !t.finds("sum", table.header().get(c).text()))
                .filter(c -> table.rows().stream().allMatch(row -> row.size() > c && row.get(c).figure() != null && !row.get(c).isPercent()))
                .boxed()
                .toList();
    }

    private String unit(Cell header) {
        Matcher unit = t.matcher("header-unit", header.text());
        return unit.find() ? unit.group("unit") : "";
    }

    private List<Flaw> compare(Cell sum, List<Cell> parts, String field) {
        List<BigDecimal> figures = parts.stream().map(Cell::figure).toList();
        BigDecimal said = sum.figure();
        if (figures.size() < 2 || sum.text().isEmpty() || said == null || figures.stream().anyMatch(Objects::isNull)) {
            return List.of();
        }
        BigDecimal real = figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal slack = sum.isPercent() ? BigDecimal.valueOf((long) t.number("percent-slack") * figures.size(), 2) : BigDecimal.ZERO;
        boolean wrong = said.subtract(real).abs().compareTo(slack) > 0;
        return wrong ? List.of(Flaw.of("sum", field, sum.text(), real.toPlainString()).in(sum.span())) : List.of();
    }
}
