package org.sanban.affairs.web;

import org.jspecify.annotations.Nullable;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Lane;
import org.sanban.affairs.Mark;
import org.sanban.affairs.SourceType;
import org.sanban.affairs.State;
import org.sanban.pages.ListAddress;

/** The filters of the list as they stand in the address. */
public record FilterForm(
        @Nullable String q, @Nullable String category, @Nullable State state, @Nullable String lead, @Nullable SourceType source, @Nullable Mark mark, @Nullable Lane lane) {

    AffairList.Filter filter() {
        return new AffairList.Filter(cut(q), category, state, lead, source, mark, lane, null);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= 100 ? text : text.substring(0, 100);
    }

    public ListAddress address() {
        return ListAddress.of("/affairs").with("q", cut(q)).with("category", category).with("state", state).with("lead", lead).with("source", source)
                .with("mark", mark).with("lane", lane);
    }
}
