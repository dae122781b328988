package org.sanban.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is late, does not move, waits for others (督查). Whoever reads everything sees the whole office; a head sees the own units
 * and those below; everybody only what the rule of sight allows. A figure and its list are one condition.
 */
@Service
@Transactional(readOnly = true)
public class Supervision {

    /** One cell: how many tasks of a kind lie at a step with a unit. */
    public record Cell(long unit, String kind, String step, int count) {}

    /**
     * How long a step took, of those finished in the period.
     *
     * @param clock WORK, NATURAL or SAME_DAY: what kind of minutes
     * @param own median minutes the holder had it; {@code own90}: nine of ten took no longer
     * @param waiting median minutes spent waiting for others
     */
    public record Pace(String kind, String step, String clock, int count, long own, long own90, long waiting) {}

    /** @param count how many fit, on this page or not */
    public record Listed(List<TaskRow> rows, int count) {}

    private static final String READ_ALL = "subject.read-all";

    private final JdbcClient jdbc;
    private final Sight sight;
    private final ZoneId zone;

    Supervision(JdbcClient jdbc, Sight sight, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.zone = zone;
    }

    /** How many fit: as long as {@link #list} would be without a limit. */
    public int count(TaskFilter filter, Actor by, Instant at) {
        return count(filter, office(by), by, at);
    }

    /** Those that fit, what is due first first. @param after {@link TaskRow#cursor} of the last row shown, or null */
    public List<TaskRow> list(TaskFilter filter, @Nullable String after, int limit, Actor by, Instant at) {
        return page(filter, after, limit, by, at).rows();
    }

    /** Part of {@link #list} and the whole of {@link #count}, read at once. */
    public Listed page(TaskFilter filter, @Nullable String after, int limit, Actor by, Instant at) {
        return page(filter, office(by), after, limit, by, at);
    }

    /** The same for the actor's own tasks, and nobody else's (promise 14). */
    public int countOwn(TaskFilter filter, Actor by, Instant at) {
        return count(filter, own(by), by, at);
    }

    /** {@link #countOwn} of several figures: the actor's tasks are gone through once. */
    public Map<TaskFigure, Integer> countOwn(List<TaskFigure> figures, LocalDate since, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        String counts = figures.stream().map(figure -> "count(*) filter (where " + figure.condition() + ")").collect(Collectors.joining(", "));
        return jdbc.sql("select " + counts + " from report_task r where (r.task_state = 'OPEN' or r.done_at >= :since) and "
                        + scoped(since, own(by), by, at, values))
                .params(values)
                .query((row, n) -> {
                    Map<TaskFigure, Integer> found = new EnumMap<>(TaskFigure.class);
                    for (int i = 0; i < figures.size(); i++) {
                        found.put(figures.get(i), row.getInt(i + 1));
                    }
                    return found;
                })
                .single();
    }

    public List<TaskRow> listOwn(TaskFilter filter, @Nullable String after, int limit, Actor by, Instant at) {
        return page(filter, own(by), after, limit, by, at).rows();
    }

    /** The figure by unit, kind and step. */
    public List<Cell> cells(TaskFilter filter, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        return jdbc.sql("select unit_id, subject_kind, step, count(*) from report_task r where " + where(filter, office(by), by, at, values)
                        + " group by 1, 2, 3 order by 1, 2, 3")
                .params(values)
                .query((row, n) -> new Cell(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4))).list();
    }

    /** How long each step took. */
    public List<Pace> pace(LocalDate since, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        return jdbc.sql("""
                        select subject_kind, step, clock, count(*), percentile_cont(0.5) within group (order by own_minutes),
                               percentile_cont(0.9) within group (order by own_minutes),
                               percentile_cont(0.5) within group (order by waiting_minutes)
                          from report_task r where """ + " " + where(TaskFilter.of(TaskFigure.DONE, since), office(by), by, at, values)
                        + " group by 1, 2, 3 order by 1, 2, 3")
                .params(values)
                .query((row, n) -> new Pace(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
                        Math.round(row.getDouble(5)), Math.round(row.getDouble(6)), Math.round(row.getDouble(7))))
                .list();
    }

    private int count(TaskFilter filter, String scope, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        return jdbc.sql("select count(*) from report_task r where " + where(filter, scope, by, at, values)).params(values)
                .query(Integer.class).single();
    }

    /**
     * What fits is read once, with the few columns that say so, counted and put in order; the rest is read for the rows of the page alone. Asked for
     * whole rows in order, the database read all tasks there are.
     */
    private Listed page(TaskFilter filter, String scope, @Nullable String after, int limit, Actor by, Instant at) {
        Map<String, Object> values = new HashMap<>();
        String fitting = "select r.task_id, coalesce(r.due_at, 'infinity') as due, count(*) over () as fits from report_task r where " + where(filter, scope, by, at, values);
        String rest = "";
        if (after != null && after.matches("(x|-?\\d{1,18})_\\d{1,18}")) {
            String[] parts = after.split("_");
            rest = " where (due, task_id) > (" + (parts[0].equals("x") ? "cast('infinity' as timestamptz)" : ":after") + ", :afterId)";
            values.put("afterId", Long.parseLong(parts[1]));
            if (!parts[0].equals("x")) {
                long micros = Long.parseLong(parts[0]);
                values.put("after", utc(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L)));
            }
        }
        values.put("limit", limit);
        AtomicInteger count = new AtomicInteger(-1);
        List<TaskRow> rows = jdbc.sql("select r.*, f.fits, r.task_state = 'OPEN' and (r.stop_reason is not null or r.waiting_since is not null) as waiting,"
                        + " r.late or (r.task_state = 'OPEN' and r.stop_reason is null and coalesce(r.due_at < :now, false)) as is_late"
                        + " from (select * from (" + fitting + ") a" + rest + " order by due, task_id limit :limit) f join report_task r on r.task_id = f.task_id order by f.due, f.task_id")
                .params(values).query((row, n) -> {
                    count.set(row.getInt("fits"));
                    return row(row);
                }).list();
        return new Listed(rows, count.get() >= 0 ? count.get() : count(filter, scope, by, at));
    }

    private String where(TaskFilter filter, String scope, Actor by, Instant at, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("(" + filter.figure().condition() + ") and " + scoped(filter.since(), scope, by, at, values));
        narrow(where, values, " and r.unit_id = :unit", "unit", filter.unit());
        narrow(where, values, " and r.subject_kind = :kind", "kind", filter.kind());
        narrow(where, values, " and r.step = :step", "step", filter.step());
        return where.toString();
    }

    /** What the actor may count of a scope; {@code values} are those of the figures too. */
    private String scoped(LocalDate since, String scope, Actor by, Instant at, Map<String, Object> values) {
        values.putAll(sight.params(by));
        values.put("now", utc(at));
        LocalDate today = LocalDate.ofInstant(at, zone);
        values.put("weekEnd", utc(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atStartOfDay(zone).toInstant()));
        values.put("since", utc(since.atStartOfDay(zone).toInstant()));
        values.put("me", by.id());
        values.put("scope", scopeOf(by));
        return scope + " and " + sight.of("r", by);
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            where.append(condition);
            values.put(name, value);
        }
    }

    private static String office(Actor by) {
        return by.may(READ_ALL) ? "true" : "r.unit_id in (:scope)";
    }

    private static String own(Actor by) {
        return "(r.done_by = :me or r.task_state = 'OPEN' and r.holder_id = :me)";
    }

    private static Set<Long> scopeOf(Actor by) {
        Set<Long> units = new HashSet<>(Set.of(-1L));
        units.addAll(by.headed());
        units.addAll(by.charged());
        return units;
    }

    private static TaskRow row(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getLong("task_id"), row.getString("subject_kind") + "/" + row.getLong("subject_id"), row.getString("title"),
                row.getString("number"), row.getString("urgency"), row.getString("step"), row.getLong("unit_id"),
                row.getObject("holder_id", Long.class), row.getString("role"), row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"), instant(row, "done_at"), row.getBoolean("waiting"), row.getBoolean("is_late"),
                row.getObject("own_minutes", Long.class), row.getLong("waiting_minutes"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
