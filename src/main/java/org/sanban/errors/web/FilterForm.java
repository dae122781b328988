package org.sanban.errors.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.ErrorList;
import org.sanban.errors.Source;
import org.sanban.pages.ListAddress;

/** The filters of the register as they stand in the address. */
public record FilterForm(
        @Nullable String q, @Nullable String business, @Nullable String kind, @Nullable String type, @Nullable String severity, @Nullable String made,
        @Nullable String found, @Nullable Long unit, ErrorList.@Nullable Group group, @Nullable Boolean nearMiss, @Nullable Boolean again,
        @Nullable Boolean mine, @Nullable Source source, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String by) {

    ErrorList.Filter filter() {
        return new ErrorList.Filter(
                cut(q), business, kind, type, severity, made, found, unit, group, nearMiss, again, Boolean.TRUE.equals(mine), source, from, until, by, null);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= 100 ? text : text.substring(0, 100);
    }

    ListAddress address() {
        return ListAddress.of("/errors").with("q", cut(q)).with("business", business).with("kind", kind).with("type", type).with("severity", severity)
                .with("made", made).with("found", found).with("unit", unit).with("group", group).with("nearMiss", nearMiss).with("again", again)
                .with("mine", Boolean.TRUE.equals(mine) ? true : null).with("source", source).with("from", from).with("until", until).with("by", by);
    }
}
