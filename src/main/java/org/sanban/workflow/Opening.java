package org.sanban.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.wire.Wire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever opens a subject has opened what lies in their tray of it (promise 6): from then on the sender can no longer take it
 * back. Every page of a subject and the preview in the tray call this.
 */
@Component
public class Opening {

    private final JdbcClient jdbc;
    private final Wire wire;

    Opening(JdbcClient jdbc, Wire wire) {
        this.jdbc = jdbc;
        this.wire = wire;
    }

    /**
     * Stamps the actor's own open tasks of the subject, and those of whom they act for, once. Where there is something to stamp
     * the handling is locked first, as by every act, so that neither overwrites the other; all in one round trip.
     */
    @Transactional
    public void stamp(SubjectRef subject, Actor by, Instant at) {
        Long[] trays = by.trays().toArray(Long[]::new);
        wire.later("select 1 from handling h where h.subject_kind = ? and h.subject_id = ? and exists (select 1 from task t"
                        + " where t.handling_id = h.id and t.opened_at is null and t.state = 'OPEN' and t.holder_id = any (?)) for update",
                subject.kind(), subject.id(), trays);
        jdbc.sql("update task set opened_at = :at where opened_at is null and state = 'OPEN' and holder_id in (:trays)"
                        + " and handling_id = (select id from handling where subject_kind = :kind and subject_id = :id)")
                .param("at", Timestamp.from(at)).param("trays", by.trays()).param("kind", subject.kind()).param("id", subject.id())
                .update();
    }
}
