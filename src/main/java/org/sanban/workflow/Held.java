package org.sanban.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.people.Deadlines;
import org.sanban.people.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person holds in the engine, for those who leave or are away (promise 10). */
@Component
class Held implements Holdings, Deadlines {

    private final JdbcClient jdbc;
    private final Handlings handlings;
    private final Procedures procedures;
    private final Kinds kinds;

    Held(JdbcClient jdbc, Handlings handlings, Procedures procedures, Kinds kinds) {
        this.jdbc = jdbc;
        this.handlings = handlings;
        this.procedures = procedures;
        this.kinds = kinds;
    }

    @Override
    @Transactional(readOnly = true)
    public long countOf(long person) {
        return jdbc.sql("select count(*) from task where holder_id = :person and state in ('OPEN', 'QUEUED')")
                .param("person", person).query(Long.class).single();
    }

    @Override
    @Transactional
    public void handOver(long from, long to, Actor by, String reason, String requestId, Instant at) {
        handlings.handOver(from, to, reason, by, at, requestId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Due> between(long person, Instant from, Instant until) {
        return jdbc.sql("select h.subject_kind, h.subject_id, h.procedure_id, h.title, t.step, t.due_at from task t join handling h on h.id = t.handling_id"
                        + " where t.holder_id = :person and t.state = 'OPEN' and t.due_at >= :from and t.due_at < :until order by t.due_at, t.id")
                .param("person", person).param("from", Timestamp.from(from)).param("until", Timestamp.from(until))
                .query((row, n) -> {
                    SubjectRef subject = new SubjectRef(row.getString(1), row.getLong(2));
                    String step = procedures.edition(row.getLong(3)).step(row.getString(5)).name().zh();
                    return new Due(subject, row.getString(4), step, row.getTimestamp(6).toInstant(), kinds.href(subject));
                })
                .list();
    }
}
