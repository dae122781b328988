package org.sanban.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What did not go as it should, for whoever looks for it afterwards: sent back, finished late, left lying. Names no holder. */
@Component
public class Setbacks {

    /** A task counts as left when it lies this long after its limit. */
    private static final Duration LEFT_AFTER = Duration.ofDays(1);

    public enum What {
        RETURNED,
        LATE,
        LEFT
    }

    /**
     * @param id of the movement that sent it back, else of the task
     * @param step at which it was noticed; {@code to} where it was sent back to
     * @param due limit of the task, {@code reason} of the return
     */
    public record Setback(
            What what, SubjectRef subject, long id, String step, @Nullable String to, int round, long unit, Instant at, @Nullable Instant due, @Nullable String reason) {

        /** How long after its limit, in natural minutes; 0 for a return. */
        public long minutesLate() {
            return due == null ? 0 : Duration.between(due, at).toMinutes();
        }
    }

    private final JdbcClient jdbc;

    Setbacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened after {@code since} (excluded) up to {@code until} (included) to subjects of these kinds, in no order. */
    @Transactional(readOnly = true)
    public List<Setback> between(Instant since, Instant until, Collection<String> kinds) {
        return kinds.isEmpty() ? List.of() : jdbc.sql("""
                        select 'RETURNED', h.subject_kind, h.subject_id, m.id, m.from_step, m.to_step, m.round, h.owner_unit, m.at, null::timestamptz, m.reason
                          from movement m join handling h on h.id = m.handling_id
                         where m.kind = 'RETURN' and m.at > :since and m.at <= :until and h.subject_kind in (:kinds)
                        union all
                        select 'LATE', h.subject_kind, h.subject_id, t.id, t.step, null, t.round, t.unit_id, t.done_at, t.due_at, null
                          from task t join handling h on h.id = t.handling_id
                         where t.kind = 'MAIN' and t.state = 'DONE' and t.late and t.done_at > :since and t.done_at <= :until and h.subject_kind in (:kinds)
                        union all
                        select 'LEFT', h.subject_kind, h.subject_id, t.id, t.step, null, t.round, t.unit_id, :until, t.due_at, null
                          from task t join handling h on h.id = t.handling_id
                         where t.kind = 'MAIN' and t.state = 'OPEN' and h.stop_reason is null and t.due_at > :leftSince and t.due_at <= :leftUntil and h.subject_kind in (:kinds)""")
                .param("since", Timestamp.from(since)).param("until", Timestamp.from(until)).param("kinds", kinds)
                .param("leftSince", Timestamp.from(since.minus(LEFT_AFTER))).param("leftUntil", Timestamp.from(until.minus(LEFT_AFTER)))
                .query(Setbacks::read).list();
    }

    private static Setback read(ResultSet row, int n) throws SQLException {
        Timestamp due = row.getTimestamp(10);
        return new Setback(
                What.valueOf(row.getString(1)), new SubjectRef(row.getString(2), row.getLong(3)), row.getLong(4), row.getString(5), row.getString(6), row.getInt(7),
                row.getLong(8), row.getTimestamp(9).toInstant(), due == null ? null : due.toInstant(), row.getString(11));
    }
}
