package org.sanban.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
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

    Opening(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stamps the actor's own open tasks of the subject, and those of whom they act for, once; one statement. */
    @Transactional
    public void stamp(SubjectRef subject, Actor by, Instant at) {
        jdbc.sql("update task set opened_at = :at where opened_at is null and state = 'OPEN' and holder_id in (:trays)"
                        + " and handling_id = (select id from handling where subject_kind = :kind and subject_id = :id)")
                .param("at", Timestamp.from(at)).param("trays", by.trays()).param("kind", subject.kind()).param("id", subject.id())
                .update();
    }
}
