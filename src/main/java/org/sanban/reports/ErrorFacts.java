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

    private static final String ROWS = """
            select id, no, business, subject_kind, subject_id, matter_kind, urgency, source, made_at, found_at, found_step, introduced_step, unit_id, kind, type_code, severity, near_miss,
                   counts_in_rate, confirmed, found_outside, distance, recurrence_of, state, openness, description
              from (select e.*, coalesce(e.occurred_at, e.found_at) as made_at, coalesce(e.subject_urgency, 'NORMAL') as urgency, coalesce(e.unit, 0) as unit_id,
                                  coalesce(e.subject_kind, b.subject_kind) as matter_kind,
                                  e.confidentiality as grade, (f.place - i.place)::int as distance
                             from report_error e
                             left join report_error_word b on b.what = 'business' and b.code = e.business
                             left join places f on f.code = e.business || '/' || e.found_step
                             left join places i on i.code = e.business || '/' || e.introduced_step) e where""" + " ";

    /** The place of each step among those of its business: the difference of two is how far an error travelled. */
    private static final String PLACES = """
            with places as (select code, dense_rank() over (partition by split_part(code, '/', 1) order by ordering) as place from report_error_word where what = 'stage')""" + " ";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    ErrorFacts(JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** Those made or found in the period, the latest made first. */
    public List<ErrorRow> rows(Span span, ErrorCut cut, Sphere sphere) {
        Map<String, Object> values = new HashMap<>();
        String where = sphere.where(values) + cut.where(values);
        values.put("spanFrom", start(span.from()).atOffset(ZoneOffset.UTC));
        values.put("spanTo", start(span.to()).atOffset(ZoneOffset.UTC));
        return jdbc.sql(PLACES + ROWS + where + " and found_at >= :spanFrom and (made_at >= :spanFrom and made_at < :spanTo or found_at >= :spanFrom and found_at < :spanTo) order by made_at desc, id desc")
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
        return jdbc.sql(PLACES + ROWS + where + " and confirmed and counts_in_rate and made_at < :before order by made_at desc, id desc limit 1")
                .params(values).query(ErrorFacts::row).optional();
    }

    /** Actions due in the period and not later than today, dropped ones left out. */
    public List<Action> actions(Span span, ErrorCut cut, Sphere sphere, LocalDate today) {
        Map<String, Object> values = new HashMap<>();
        String where = sphere.where(values) + cut.where(values);
        values.put("spanFrom", span.from());
        values.put("spanTo", span.to());
        values.put("today", today);
        return jdbc.sql(PLACES + "select a.error_id, e.no, a.nature, a.unit as action_unit, a.due_on, a.done_at as action_done, a.verified_at as action_verified from report_error_action a join (" + ROWS + where
                        + ") e on e.id = a.error_id where a.dropped_at is null and a.due_on >= :spanFrom and a.due_on < :spanTo and a.due_on <= :today order by a.due_on desc, a.id desc")
                .params(values).query((row, n) -> new Action(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getObject(5, LocalDate.class), instant(row, "action_done"),
                        instant(row, "action_verified"))).list();
    }

    private static ErrorRow row(ResultSet row, int n) throws SQLException {
        String kind = row.getString("subject_kind");
        return new ErrorRow(row.getLong("id"), row.getString("no"), row.getString("business"), kind == null ? null : kind + "/" + row.getLong("subject_id"), row.getString("matter_kind"), row.getString("urgency"),
                row.getString("source"), Objects.requireNonNull(instant(row, "made_at")), Objects.requireNonNull(instant(row, "found_at")), row.getString("found_step"),
                row.getString("introduced_step"), row.getLong("unit_id"), row.getString("kind"), row.getString("type_code"), row.getString("severity"), row.getBoolean("near_miss"),
                row.getBoolean("counts_in_rate"), row.getBoolean("confirmed"), row.getBoolean("found_outside"), row.getObject("distance", Integer.class),
                row.getObject("recurrence_of", Long.class), row.getString("state"), row.getString("openness").equals("OPEN_IN_OFFICE") ? row.getString("description") : null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
