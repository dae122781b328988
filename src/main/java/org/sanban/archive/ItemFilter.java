package org.sanban.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of items is narrowed to; empty fields do not narrow.
 *
 * @param q part of code, number or title
 * @param since first day of the period that {@code figure} counts; null: this year
 */
public record ItemFilter(
        @Nullable String q,
        @Nullable Integer year,
        @Nullable Retention retention,
        @Nullable String organ,
        @Nullable ItemState state,
        @Nullable ItemFigure figure,
        @Nullable LocalDate since) {

    public static final ItemFilter ALL = new ItemFilter(null, null, null, null, null, null, null);

    public static ItemFilter of(ItemFigure figure, LocalDate since) {
        return new ItemFilter(null, null, null, null, null, figure, since);
    }

    String where(SameDay days, Instant at, Map<String, Object> values) {
        StringBuilder where = new StringBuilder();
        if (q != null && !q.isBlank()) {
            where.append(" and (i.code ilike :q or i.number ilike :q or i.title ilike :q)");
            values.put("q", "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        narrow(where, values, " and i.year = :year", "year", year);
        narrow(where, values, " and i.retention = :retention", "retention", retention == null ? null : retention.name());
        narrow(where, values, " and i.organ = :organ", "organ", organ == null || organ.isBlank() ? null : organ);
        narrow(where, values, " and i.state = :state", "state", state == null ? null : state.name());
        if (figure != null) {
            LocalDate today = days.day(at);
            where.append(" and ").append(figure.condition());
            values.put("today", days.start(today).atOffset(ZoneOffset.UTC));
            values.put("tomorrow", days.start(today.plusDays(1)).atOffset(ZoneOffset.UTC));
            values.put("since", days.start(since == null ? today.withDayOfYear(1) : since).atOffset(ZoneOffset.UTC));
        }
        return where.toString();
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }
}
