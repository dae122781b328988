package org.sanban.archive.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.archive.ItemFigure;
import org.sanban.archive.ItemFilter;
import org.sanban.archive.ItemState;
import org.sanban.archive.Retention;
import org.sanban.pages.ListAddress;

/** The filters of the list as they stand in the address. */
public record ListForm(
        @Nullable String q, @Nullable Integer year, @Nullable Retention retention, @Nullable String organ, @Nullable ItemState state,
        @Nullable ItemFigure figure, @Nullable LocalDate since, @Nullable String after) {

    ItemFilter filter() {
        return new ItemFilter(q, year, retention, organ, state, figure, since);
    }

    /** The same list from its beginning. */
    ListAddress address() {
        return ListAddress.of("/archive/items").with("q", q).with("year", year).with("retention", retention).with("organ", organ)
                .with("state", state).with("figure", figure).with("since", since);
    }
}
