package org.sanban.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sanban.pages.ListAddress;
import org.sanban.reports.ErrorReport;
import org.sanban.reports.Vocabulary;

/** Where errors of one business were made (rows) and found (columns), in the order of its steps. The shade is by fifths of the largest cell, of five at least. */
public record HeatMap(String business, List<String> columns, List<Row> rows) {

    private static final int SHADES = 5;

    public record Row(String label, String href, List<Square> squares, int total) {}

    public record Square(int count, String shade, String href) {}

    static List<HeatMap> of(List<ErrorReport.Route> routes, ListAddress list, Words words) {
        Map<String, List<ErrorReport.Route>> businesses = new TreeMap<>(Comparator.comparingInt((String b) -> order(words, "business/" + b)).thenComparing(b -> b));
        routes.forEach(route -> businesses.computeIfAbsent(route.business(), b -> new ArrayList<>()).add(route));
        int largest = Math.max(routes.stream().mapToInt(ErrorReport.Route::count).max().orElse(1), SHADES);
        return businesses.entrySet().stream().map(e -> one(e.getKey(), e.getValue(), largest, list, words)).toList();
    }

    private static HeatMap one(String business, List<ErrorReport.Route> routes, int largest, ListAddress list, Words words) {
        Comparator<String> order = Comparator.comparingInt((String stage) -> order(words, "stage/" + business + "/" + stage)).thenComparing(s -> s);
        List<String> columns = routes.stream().map(ErrorReport.Route::found).distinct().sorted(order).toList();
        ListAddress here = list.with("business", business);
        List<Row> rows = routes.stream().map(ErrorReport.Route::introduced).distinct().sorted(order).map(introduced -> {
            List<Square> squares = columns.stream().map(found -> {
                int count = routes.stream().filter(r -> r.introduced().equals(introduced) && r.found().equals(found)).mapToInt(ErrorReport.Route::count).sum();
                return new Square(count, count == 0 ? "h0" : "h" + Math.max(1, (int) Math.ceil((double) SHADES * count / largest)),
                        here.with("introduced", introduced).with("found", found).toString());
            }).toList();
            return new Row(words.stage(business, introduced), here.with("introduced", introduced).toString(), squares, squares.stream().mapToInt(Square::count).sum());
        }).toList();
        return new HeatMap(words.word("business", business), columns.stream().map(c -> words.stage(business, c)).toList(), rows);
    }

    private static int order(Words words, String key) {
        Vocabulary.Word word = words.vocabulary().get(key);
        return word == null ? Integer.MAX_VALUE : word.order();
    }
}
