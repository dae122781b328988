package org.sanban.affairs;

/** What is looked at on the board and in the list: one condition for both, so that a cell opens what it counted (promise 13). */
public enum Mark {
    /** Not closed. */
    OPEN("a.closed_at is null and h.state = 'RUNNING'"),
    /** A task of it is over its limit, by the engine's one rule. */
    LATE("""
            a.closed_at is null and h.state = 'RUNNING' and h.stop_reason is null and exists (select 1 from task l
              where l.handling_id = h.id and l.kind = 'MAIN' and l.state = 'OPEN' and l.due_at < :now)"""),
    /** Untouched past its share of the limit: no movement of its holder, no report. */
    NOT_MOVING("""
            a.closed_at is null and h.state = 'RUNNING' and h.stop_reason is null and exists (select 1 from task l
              where l.handling_id = h.id and l.kind = 'MAIN' and l.state = 'OPEN' and l.waiting_since is null and l.still_at <= :now
                and not exists (select 1 from movement m where m.handling_id = h.id and m.at > l.arrived_at and m.kind <> 'CLAIM'
                                 and (m.actor_id = l.holder_id or m.on_behalf_of = l.holder_id))
                and not exists (select 1 from affair_feedback f where f.affair_id = a.id and f.at > l.arrived_at))"""),
    /** Due from Monday to Sunday of this week. */
    THIS_WEEK("a.closed_at is null and h.state = 'RUNNING' and a.due_at >= :week and a.due_at < :weekEnd"),
    CLOSED("a.closed_at is not null");

    private final String sql;

    Mark(String sql) {
        this.sql = sql;
    }

    /** On {@code affair a join handling h}, with {@code :now}, {@code :week}, {@code :weekEnd}. */
    String sql() {
        return "(" + sql + ")";
    }
}
