package org.sanban.workflow;

import java.sql.Timestamp;
import java.time.Instant;
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
    private static final String WAITING = """
            (select t.* from task t where t.state = 'OPEN' and t.holder_id in (:trays)
             union all
             select t.* from task t where t.state = 'OPEN' and %s) t
             join handling h on h.id = t.handling_id"""
            .formatted(RoleTrays.of("t"));

    /** Live tasks below this one; for a lead the supporting holders too. */
    private static final String AWAITED = """
            case when t.waiting_since is not null or t.part = 'LEAD' then (
              select array_agg(c.holder_id order by c.id) from task c
               where c.handling_id = t.handling_id and c.state in ('OPEN', 'QUEUED') and c.holder_id is not null
                 and (c.parent_id = t.id or (t.part = 'LEAD' and t.kind = 'MAIN' and c.kind = 'MAIN' and c.part = 'SUPPORT'))) end as awaited""";

    private final JdbcClient jdbc;
    private final TrayRows rows;
    private final Kinds kinds;

    Trays(JdbcClient jdbc, TrayRows rows, Kinds kinds) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.kinds = kinds;
    }

    /**
     * What waits for {@code by}: the urgent lane first, then what is due first; what has no limit last.
     *
     * @param after the cursor of the last line of the page before, or null
     */
    @Transactional(readOnly = true)
    public List<TrayLine> waitingFor(Actor by, TrayFilter filter, @Nullable TrayCursor after, int limit, Instant at) {
        List<String> wanted = kinds.in(filter);
        String sql = "select t.*, h.subject_kind, h.subject_id, h.procedure_id, h.title, h.number, h.counterpart, h.urgency, h.confidentiality,"
                + " h.stop_reason, " + AWAITED + " from " + WAITING + " where true"
                + (filter.tab() == null && filter.kind() == null ? "" : " and h.subject_kind in (:kinds)")
                + (after == null ? "" : " and (not " + URGENT + ", coalesce(t.due_at, 'infinity'), t.id) > (:lower, cast(:due as timestamptz), :id)")
                + " order by not " + URGENT + ", coalesce(t.due_at, 'infinity'), t.id limit :limit";
        Map<String, Object> params = params(by);
        params.put("kinds", wanted.isEmpty() ? List.of("-") : wanted);
        params.put("limit", limit);
        if (after != null) {
            params.putAll(Map.of("lower", !after.first(), "due", after.sql(), "id", after.id()));
        }
        return jdbc.sql(sql).params(params).query((row, n) -> rows.line(row, by, at)).list();
    }

    /** How many tasks wait, counted up to {@link #MOST}. */
    @Transactional(readOnly = true)
    public int count(Actor by) {
        return jdbc.sql("select count(*) from (select 1 from " + WAITING + " limit " + MOST + ") counted")
                .params(params(by)).query(Integer.class).single();
    }

    /** How many wait under each tab of the tray, counted up to {@link #MOST} by kind of subject. */
    @Transactional(readOnly = true)
    public Map<String, Integer> tabs(Actor by) {
        Map<String, Integer> tabs = new LinkedHashMap<>();
        jdbc.sql("select h.subject_kind, count(*) from " + WAITING + " group by 1 order by 1")
                .params(params(by))
                .query((row, n) -> tabs.merge(kinds.tab(row.getString(1)), row.getInt(2), Integer::sum))
                .list();
        return tabs;
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

    /** How many tasks {@code by} finished since {@code from}. */
    @Transactional(readOnly = true)
    public int doneSince(Actor by, Instant from) {
        return jdbc.sql("select count(*) from task where done_by = :me and state = 'DONE' and done_at >= :from")
                .param("me", by.id()).param("from", Timestamp.from(from)).query(Integer.class).single();
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

    private static Map<String, Object> params(Actor by) {
        Map<String, Object> params = new LinkedHashMap<>(Map.of("trays", by.trays()));
        RoleTrays.bind(by, params);
        return params;
    }
}
