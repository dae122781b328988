package org.sanban.meetings.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Meetings;
import org.sanban.pages.ListAddress;

/** What is looked for among meetings, as the address says it. */
public record ListForm(
        @Nullable String q, @Nullable String type, Meetings.@Nullable Group group, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable Integer planYear) {

    Meetings.Filter filter(Clock clock) {
        return new Meetings.Filter(
                q, type, group, from == null ? null : from.atStartOfDay(clock.getZone()).toInstant(), until == null ? null : until.plusDays(1).atStartOfDay(clock.getZone()).toInstant(),
                planYear);
    }

    public ListAddress address() {
        return ListAddress.of("/meetings").with("q", q).with("type", type).with("group", group).with("from", from).with("until", until).with("planYear", planYear);
    }
}
