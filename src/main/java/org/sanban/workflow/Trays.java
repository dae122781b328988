package org.sanban.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for a person (待办), what they have done (已办), what they follow (跟踪). A tray is one's own, those delegated today,
 * and those of the roles one holds, until somebody claims.
 */
@Service
public class Trays {

    /** A tray is counted up to here and then says "99+". */
    public static final int MOST = 100;

    private static final String URGENT = "(h.urgency in ('URGENT', 'TOP'))";

    /** Two partial indexes, one a branch: {@code task_in_tray} and {@code task_in_unit_tray}. */
    private static final String TASKS = """
            (select t.* from task t where t.state = 'OPEN' and t.holder_id in (:trays)
             union all
             select t.* from task t where t.state = 'OPEN' and %s) t"""
            .formatted(RoleTrays.of("t"));

    /**
     * The same for the page, with all that decides the order. The database plans it once for everybody and not each time anew, which took longer than
     * reading: so it does not see whose tray it is (a value in a select of its own), and looks the matters up one by one ({@code offset 0}), which
     * stays right whatever the size of the tray and of the house.
     */
    private static final String WAITING = "select t.id, t.handling_id, coalesce(t.due_at, 'infinity') as due, h.lower, h.kind from "
            + TASKS.replace("in (:trays)", "= any (cast((select cast(:holders as bigint[])) as bigint[]))").replaceAll("any \\(:(\\w+)\\)", "any (cast((select cast(:$1 as text[])) as text[]))")
            + " cross join lateral (select not " + URGENT + " as lower, h.subject_kind as kind from handling h where h.id = t.handling_id offset 0) h";

    /** How many tasks wait for those whose values {@link #of} gives, counted up to {@link #MOST}. */
    public static final String COUNT = "select count(*) from (select 1 from " + TASKS + " limit " + MOST + ") counted";

    /** Live tasks below this one; for a lead the supporting holders too. */
    private static final String AWAITED = """
            case when t.waiting_since is not null or t.part = 'LEAD' then (
              select array_agg(c.holder_id order by c.id) from task c
               where c.handling_id = t.handling_id and c.state in ('OPEN', 'QUEUED') and c.holder_id is not null
                 and (c.parent_id = t.id or (t.part = 'LEAD' and t.kind = 'MAIN' and c.kind = 'MAIN' and c.part = 'SUPPORT'))) end as awaited""";

    /** What {@link TrayRows#line} reads beside those awaited. */
    private static final String LINE = """
            t.id, t.kind, t.part, t.step, t.holder_id, t.role, t.note, t.clock, t.minutes_allowed, t.arrived_at, t.opened_at, t.due_at, t.waiting_since,
            t.waiting_minutes, t.round, h.subject_kind, h.subject_id, h.procedure_id, h.title, h.number, h.counterpart, h.urgency, h.confidentiality, h.stop_reason""";

    /** Not more than anybody does in a day: planned for any day, the database would expect a third of all that a person ever did, and send workers for it. */
    private static final String DONE_SINCE = "select count(*) from (select 1 from task d where d.done_by = :me and d.state = 'DONE' and d.done_at >= :from limit 10000) done";

    private final JdbcClient jdbc;
    private final TrayRows rows;
    private final Kinds kinds;

    Trays(JdbcClient jdbc, TrayRows rows, Kinds kinds) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.kinds = kinds;
    }

    /**
     * A tray as its page shows it.
     *
     * @param tabs how many wait under each tab, whatever the filter
     * @param doneToday how many tasks the person finished since the day began
     */
    public record Tray(List<TrayLine> lines, Map<String, Integer> tabs, int doneToday) {}

    /**
     * What waits for {@code by}: the urgent lane first, then what is due first; what has no limit last.
     *
     * @param after the cursor of the last line of the page before, or null
     */
    @Transactional(readOnly = true)
    public List<TrayLine> waitingFor(Actor by, TrayFilter filter, @Nullable TrayCursor after, int limit, Instant at) {
        return page(by, filter, after, limit, at, at).lines();
    }

    /**
     * What waits, with what stands above it, in one statement: which lines there are is found once, the rows are read of those shown. How many
     * those are is no value but said, so that the database knows it when it plans.
     */
    @Transactional(readOnly = true)
    public Tray page(Actor by, TrayFilter filter, @Nullable TrayCursor after, int limit, Instant today, Instant at) {
        List<String> wanted = kinds.in(filter);
        String sql = "with waiting as materialized (" + WAITING + "), shown as (select * from waiting w where true"
                + (filter.tab() == null && filter.kind() == null ? "" : " and w.kind in (:kinds)")
                + (after == null ? "" : " and (w.lower, w.due, w.id) > (:lower, cast(:due as timestamptz), :id)")
                + " order by w.lower, w.due, w.id limit " + limit + ")"
                + " select above.tabs, above.done, " + LINE + ", " + AWAITED
                + " from (select array(select kind || ' ' || count(*) from waiting group by kind order by kind) as tabs, (" + DONE_SINCE + ") as done) above"
                + " left join (shown s cross join lateral (select * from task where id = s.id offset 0) t"
                + " cross join lateral (select * from handling where id = s.handling_id offset 0) h) on true order by s.lower, s.due, s.id";
        Map<String, Object> params = of(by);
        params.putAll(Map.of("holders", by.trays().toArray(Long[]::new), "kinds", wanted.isEmpty() ? List.of("-") : wanted, "me", by.id(), "from", Timestamp.from(today)));
        if (after != null) {
            params.putAll(Map.of("lower", !after.first(), "due", after.sql(), "id", after.id()));
        }
        return jdbc.sql(sql).params(params).query(row -> {
            row.next();
            Map<String, Integer> tabs = tabs((String[]) row.getArray("tabs").getArray());
            int done = row.getInt("done");
            List<TrayLine> lines = new ArrayList<>();
            for (boolean more = row.getObject("id") != null; more; more = row.next()) {
                lines.add(rows.line(row, by, at));
            }
            return new Tray(lines, tabs, done);
        });
    }

    private Map<String, Integer> tabs(String[] counted) {
        Map<String, Integer> tabs = new LinkedHashMap<>();
        for (String kind : counted) {
            String[] parts = kind.split(" ");
            tabs.merge(kinds.tab(parts[0]), Integer.valueOf(parts[1]), Integer::sum);
        }
        return tabs;
    }

    /** How many tasks wait, counted up to {@link #MOST}. */
    @Transactional(readOnly = true)
    public int count(Actor by) {
        return jdbc.sql(COUNT).params(of(by)).query(Integer.class).single();
    }

    /** What {@code by} has done, latest first. */
    @Transactional(readOnly = true)
    public List<DoneLine> doneBy(Actor by, @Nullable TrayCursor after, int limit, Instant at) {
        String sql = "select t.id, h.subject_kind, h.subject_id, h.procedure_id, h.title, h.number, h.counterpart, h.urgency, h.confidentiality,"
                + " t.step, t.done_at as at, t.late, h.state, " + TrayRows.HOLDERS
                + " from task t join handling h on h.id = t.handling_id where t.done_by = :me and t.state = 'DONE'"
                + (after == null ? "" : " and (t.done_at, t.id) < (:at, :id)")
                + " order by t.done_at desc, t.id desc limit :limit";
        return lines(sql, by, after, limit);
    }

    /** What {@code by} started or held and others hold now, last moved first. */
    @Transactional(readOnly = true)
    public List<DoneLine> followed(Actor by, @Nullable TrayCursor after, int limit, Instant at) {
        String sql = "select h.id, h.subject_kind, h.subject_id, h.procedure_id, h.title, h.number, h.counterpart, h.urgency, h.confidentiality,"
                + " h.step, h.moved_at as at, h.state, " + TrayRows.HOLDERS
                + ", exists (select 1 from task l where l.handling_id = h.id and l.state = 'OPEN' and l.kind = 'MAIN' and l.due_at < :now) and h.stop_reason is null as late"
                // From what runs, which is as much after thirty years as after one. An exists might be read as all that one ever held.
                + " from handling h where h.state = 'RUNNING' and (h.started_by = :me or (select true from task d where d.handling_id = h.id and d.holder_id = :me limit 1))"
                + " and h.id not in (select o.handling_id from task o where o.state = 'OPEN' and o.holder_id = :me)"
                + (after == null ? "" : " and (h.moved_at, h.id) < (:at, :id)")
                + " order by h.moved_at desc, h.id desc limit :limit";
        return jdbc.sql(sql).param("now", Timestamp.from(at)).params(following(by, after, limit))
                .query((row, n) -> rows.done(row, by)).list();
    }

    private List<DoneLine> lines(String sql, Actor by, @Nullable TrayCursor after, int limit) {
        return jdbc.sql(sql).params(following(by, after, limit)).query((row, n) -> rows.done(row, by)).list();
    }

    private static Map<String, Object> following(Actor by, @Nullable TrayCursor after, int limit) {
        Map<String, Object> params = new LinkedHashMap<>(Map.of("me", by.id(), "limit", limit));
        if (after != null && after.at() != null) {
            params.put("at", Timestamp.from(after.at()));
            params.put("id", after.id());
        }
        return params;
    }

    /** Whose tasks they are, as the queries of trays name it. */
    public static Map<String, Object> of(Actor by) {
        Map<String, Object> params = new LinkedHashMap<>(Map.of("trays", by.trays()));
        RoleTrays.bind(by, params);
        return params;
    }
}
