package org.sanban.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists behind the figures on time, the latest first. Goes back month by month and skips those that the roll-up knows to be empty. */
@Service
@Transactional(readOnly = true)
public class FactLists {

    private record Cursor(Instant time, long row) {

        static @Nullable Cursor of(@Nullable String text) {
            if (text == null || !text.matches("-?\\d{1,18}_\\d{1,18}")) {
                return null;
            }
            String[] parts = text.split("_");
            long micros = Long.parseLong(parts[0]);
            return new Cursor(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L), Long.parseLong(parts[1]));
        }
    }

    private final JdbcClient jdbc;
    private final Tallies tallies;
    private final ZoneId zone;

    FactLists(JdbcClient jdbc, Tallies tallies, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.tallies = tallies;
        this.zone = zone;
    }

    /** How many rows there are in all. */
    public int count(Measure measure, Span span, Cut cut, Sphere sphere, Instant now) {
        return tallies.count(Set.of(measure), span, cut, sphere, Set.of(), now).values().stream().mapToInt(Tally::count).sum();
    }

    /** @param after {@link FactRow#cursor} of the last row shown, or null */
    public List<FactRow> rows(Measure measure, Span span, Cut cut, Sphere sphere, @Nullable String after, int limit, Instant now) {
        Set<LocalDate> filled = new java.util.HashSet<>();
        tallies.count(Set.of(measure), span, cut, sphere, Set.of(By.MONTH), now).forEach((cell, tally) -> filled.add(cell.month()));
        Cursor cursor = Cursor.of(after);
        Instant end = cursor == null ? now : cursor.time().plusNanos(1000);
        List<FactRow> rows = new ArrayList<>();
        List<LocalDate> months = span.months();
        for (int n = months.size() - 1; n >= 0 && rows.size() < limit; n--) {
            LocalDate month = months.get(n);
            if (filled.contains(month) && start(month).isBefore(end)) {
                rows.addAll(month(measure, month, end, cut, sphere, cursor, limit - rows.size()));
            }
        }
        return rows;
    }

    private List<FactRow> month(Measure measure, LocalDate month, Instant end, Cut cut, Sphere sphere, @Nullable Cursor cursor, int limit) {
        Map<String, Object> values = new HashMap<>();
        Instant next = start(month.plusMonths(1));
        String time = measure.time();
        String task = measure.fact() == Fact.STEP ? ", due_at, done_at, own_minutes, waiting_minutes" : ", null::timestamptz, null::timestamptz, null::bigint, 0::bigint";
        String sql = "select row_id, subject_kind, subject_id, title, number, urgency, step, unit_id, round, since, " + time + task + " from " + measure.fact().view() + " f where "
                + time + " >= :listFrom and " + time + " < :listTo and (" + measure.condition() + ")" + (measure.length() == Measure.Length.OWN ? " and own_minutes is not null" : "")
                + cut.where(values) + " and " + sphere.where(values);
        if (cursor != null) {
            sql += " and (" + time + ", row_id) < (:cursorTime, :cursorRow)";
            values.put("cursorTime", cursor.time().atOffset(ZoneOffset.UTC));
            values.put("cursorRow", cursor.row());
        }
        return jdbc.sql(sql + " order by " + time + " desc, row_id desc limit :limit").params(values)
                .param("listFrom", start(month).atOffset(ZoneOffset.UTC)).param("listTo", (next.isBefore(end) ? next : end).atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query(FactLists::row).list();
    }

    private static FactRow row(ResultSet row, int n) throws SQLException {
        return new FactRow(row.getLong(1), row.getString(2) + "/" + row.getLong(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getLong(8), row.getInt(9),
                instant(row, 10), Objects.requireNonNull(instant(row, 11)), instant(row, 12), instant(row, 13), row.getObject(14, Long.class), row.getLong(15));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
