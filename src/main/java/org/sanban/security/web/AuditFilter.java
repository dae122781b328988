package org.sanban.security.web;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Trail;
import org.sanban.pages.ListAddress;

/**
 * What the audit administrator looks for, as it stands in the address.
 *
 * @param from first day
 * @param until last day
 */
public record AuditFilter(
        @Nullable String kind, @Nullable Long id, @Nullable Long person, @Nullable String what, @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** The whole trail. */
    static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    Trail.Filter in(ZoneId zone) {
        return new Trail.Filter(
                filled(kind), id, person, filled(what),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The same filter as an address of {@code path}. */
    ListAddress address(String path) {
        return ListAddress.of(path).with("kind", kind).with("id", id).with("person", person).with("what", what).with("from", from).with("until", until);
    }
}
