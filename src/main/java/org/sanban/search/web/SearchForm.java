package org.sanban.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.search.SearchQuery;

/** A search as it stands in the address. */
public record SearchForm(@Nullable String q, @Nullable String kind, @Nullable String state, @Nullable LocalDate since, @Nullable String after) {

    private static final int LONGEST = 200;

    SearchQuery query() {
        String typed = q == null ? "" : q;
        return new SearchQuery(typed.substring(0, Math.min(typed.length(), LONGEST)), kind, state, since);
    }

    String address() {
        return "/search?q=" + encoded(q) + (blank(kind) ? "" : "&kind=" + encoded(kind)) + (blank(state) ? "" : "&state=" + encoded(state))
                + (since == null ? "" : "&since=" + since);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String encoded(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
