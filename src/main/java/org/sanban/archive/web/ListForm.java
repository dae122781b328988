package org.sanban.archive.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.archive.ItemFigure;
import org.sanban.archive.ItemFilter;
import org.sanban.archive.ItemState;
import org.sanban.archive.Retention;

/** The filters of the list as they stand in the address. */
public record ListForm(
        @Nullable String q, @Nullable Integer year, @Nullable Retention retention, @Nullable String organ, @Nullable ItemState state,
        @Nullable ItemFigure figure, @Nullable LocalDate since, @Nullable String after) {

    ItemFilter filter() {
        return new ItemFilter(q, year, retention, organ, state, figure, since);
    }

    /** The address of the same list, without the place in it. */
    String query() {
        Map<String, Object> set = new LinkedHashMap<>();
        put(set, "q", q);
        put(set, "year", year);
        put(set, "retention", retention);
        put(set, "organ", organ);
        put(set, "state", state);
        put(set, "figure", figure);
        put(set, "since", since);
        return set.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, Object> set, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            set.put(name, value);
        }
    }
}
