package org.sanban.search.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.ListAddress;
import org.sanban.search.SearchQuery;

/** A search as it stands in the address. */
public record SearchForm(@Nullable String q, @Nullable String kind, @Nullable String state, @Nullable LocalDate since, @Nullable String after) {

    private static final int LONGEST = 200;

    SearchQuery query() {
        String typed = q == null ? "" : q;
        return new SearchQuery(typed.substring(0, Math.min(typed.length(), LONGEST)), kind, state, since);
    }

    ListAddress address() {
        return ListAddress.of("/search").with("q", q).with("kind", kind).with("state", state).with("since", since);
    }
}
