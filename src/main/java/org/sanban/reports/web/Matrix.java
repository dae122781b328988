package org.sanban.reports.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sanban.reports.Supervision;
import org.sanban.reports.TaskFigure;

/**
 * Units by steps. Colour is by fifths of the largest cell.
 *
 * @param columns kind/step
 * @param cells by unit, then column
 */
public record Matrix(TaskFigure figure, String period, List<String> columns, Map<Long, Map<String, Integer>> cells) {

    private static final int SHADES = 5;

    static Matrix of(TaskFigure figure, String period, List<Supervision.Cell> cells) {
        Map<Long, Map<String, Integer>> rows = new TreeMap<>();
        TreeSet<String> columns = new TreeSet<>();
        cells.forEach(cell -> {
            String column = cell.kind() + "/" + cell.step();
            columns.add(column);
            rows.computeIfAbsent(cell.unit(), unit -> new TreeMap<>()).merge(column, cell.count(), Integer::sum);
        });
        return new Matrix(figure, period, List.copyOf(columns), rows);
    }

    public int at(long unit, String column) {
        return cells.get(unit).getOrDefault(column, 0);
    }

    public int total(long unit) {
        return cells.get(unit).values().stream().mapToInt(Integer::intValue).sum();
    }

    public String shade(int count) {
        int largest = cells.values().stream().flatMap(row -> row.values().stream()).mapToInt(Integer::intValue).max().orElse(0);
        return count == 0 ? "h0" : "h" + Math.max(1, (int) Math.ceil((double) SHADES * count / largest));
    }

    public String href(long unit, String column) {
        String[] parts = column.split("/", 2);
        return rowHref(unit) + "&kind=" + parts[0] + "&step=" + parts[1];
    }

    public String rowHref(long unit) {
        return "/supervision/list?figure=" + figure + "&period=" + period + "&unit=" + unit;
    }
}
