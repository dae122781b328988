package org.sanban.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the errors of a period, once a page: an office makes some thousand a year, so that every figure, chart and list of a report is
 * taken from the same rows in memory and cannot disagree with another.
 */
@Service
@Transactional(readOnly = true)
public class ErrorFacts {

    /** A corrective or preventive action that fell due. */
    public record Action(long error, String no, String nature, long unit, LocalDate due, @Nullable Instant done, @Nullable Instant verified) {

        public boolean onTime(ZoneId zone) {
            return done != null && !LocalDate.ofInstant(done, zone).isAfter(due);
        }
    }

    private static final String FROM = """
            from (select e.*, coalesce(e.occurred_at, e.found_at) as made_at, coalesce(e.subject_urgency, 'NORMAL') as urgency, coalesce(e.unit, 0) as unit_id,
                         e.confidentiality as grade from report_error e) e where""" + " ";

    /** In the order in which {@link #row} reads them; times as microseconds, which come over and are understood at a tenth of the cost. */
    private static final String COLUMNS = """
            select id, business, subject_kind, subject_id, matter_kind, urgency, source, (extract(epoch from made_at) * 1000000)::bigint, (extract(epoch from found_at) * 1000000)::bigint,
                   found_step, introduced_step, unit_id, kind, type_code, severity, near_miss, counts_in_rate, confirmed, found_outside, distance, recurrence_of, state""";
    private static final String WORDS = ", no, case when openness = 'OPEN_IN_OFFICE' then description end" + " ";
    private static final String NO_WORDS = ", no, null" + " ";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    ErrorFacts(JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** Those made or found in the period, the latest made first. */
    List<ErrorRow> rows(Span span, ErrorCut cut, Sphere sphere) {
        return rows(span, cut, sphere, WORDS);
    }

    /** The same without their description: enough to count them. */
    List<ErrorRow> counted(Span span, ErrorCut cut, Sphere sphere) {
        return rows(span, cut, sphere, NO_WORDS);
    }

    private List<ErrorRow> rows(Span span, ErrorCut cut, Sphere sphere, String words) {
        Map<String, Object> values = new HashMap<>();
        String where = sphere.where(values) + cut.where(values);
        values.put("spanFrom", start(span.from()).atOffset(ZoneOffset.UTC));
        values.put("spanTo", start(span.to()).atOffset(ZoneOffset.UTC));
        return jdbc.sql(COLUMNS + words + FROM + where
                        + " and found_at >= :spanFrom and (made_at >= :spanFrom and made_at < :spanTo or found_at >= :spanFrom and found_at < :spanTo) order by made_at desc, id desc")
                .params(values).query(ErrorFacts::row).list();
    }

    /** The rows that a figure counts. @param inHand kinds of subjects of which something was in hand in the period */
    List<ErrorRow> of(ErrorFigure figure, List<ErrorRow> rows, Span span, Set<String> inHand) {
        Instant from = start(span.from());
        Instant to = start(span.to());
        return rows.stream().filter(row -> figure.holds(row, from, to, inHand)).toList();
    }

    /** The kind of subject whose errors belong to a line of business; null where it has none. */
    @Nullable String kindOf(String business) {
        return jdbc.sql("select subject_kind from report_error_word where what = 'business' and code = ?").param(business).query((row, n) -> row.getString(1)).list().stream()
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The latest error that counts, made before {@code before}. */
    public Optional<ErrorRow> last(ErrorCut cut, Sphere sphere, Instant before) {
        Map<String, Object> values = new HashMap<>();
        String where = sphere.where(values) + cut.where(values);
        values.put("before", before.atOffset(ZoneOffset.UTC));
        return jdbc.sql(COLUMNS + WORDS + FROM + where + " and confirmed and counts_in_rate and made_at < :before order by made_at desc, id desc limit 1")
                .params(values).query(ErrorFacts::row).optional();
    }

    /** Actions due in the period and not later than today, dropped ones left out. */
    public List<Action> actions(Span span, ErrorCut cut, Sphere sphere, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        String where = sphere.where(values) + cut.where(values);
        values.put("spanFrom", span.from());
        values.put("spanTo", span.to());
        values.put("today", today);
        return jdbc.sql("select a.error_id, e.no, a.nature, a.unit as action_unit, a.due_on, a.done_at as action_done, a.verified_at as action_verified from report_error_action a join (select id, no " + FROM + where
                        + ") e on e.id = a.error_id where a.dropped_at is null and a.due_on >= :spanFrom and a.due_on < :spanTo and a.due_on <= :today order by a.due_on desc, a.id desc")
                .params(values).query((row, n) -> new Action(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getObject(5, LocalDate.class), instant(row, "action_done"),
                        instant(row, "action_verified"))).list();
    }

    private static ErrorRow row(ResultSet row, int n) throws SQLException {
        String kind = row.getString(3);
        return new ErrorRow(row.getLong(1), row.getString(23), row.getString(2), kind == null ? null : kind + "/" + row.getLong(4), row.getString(5), row.getString(6), row.getString(7),
                instant(row.getLong(8)), instant(row.getLong(9)), row.getString(10), row.getString(11), row.getLong(12), row.getString(13), row.getString(14), row.getString(15),
                row.getBoolean(16), row.getBoolean(17), row.getBoolean(18), row.getBoolean(19), row.getObject(20, Integer.class), row.getObject(21, Long.class), row.getString(22),
                row.getString(24));
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
