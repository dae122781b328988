package org.sanban.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Base of the tests of the trail: acts that happen, and hands that tamper with what was written. */
abstract class TrailTest extends OfficeTest {

    private static final AtomicLong subjects = new AtomicLong(1);

    @Autowired
    Trail trail;

    @Autowired
    Sealing sealing;

    @Autowired
    Verification verification;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EmbeddedPostgres postgres;

    record Act(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail) implements Happening {}

    static SubjectRef subject() {
        return new SubjectRef("trail-test", subjects.getAndIncrement());
    }

    void happens(SubjectRef subject, String what) {
        transaction.executeWithoutResult(tx -> publish(subject, what));
    }

    void publish(SubjectRef subject, String what) {
        events.publishEvent(new Act(subject, 7, clock.instant(), what, Map.of("b", 2, "a", "起草")));
    }

    /** A subject with five lines on its trail. */
    SubjectRef withFiveLines() {
        SubjectRef subject = subject();
        for (int i = 1; i <= 5; i++) {
            happens(subject, "test.act-" + i);
        }
        return subject;
    }

    /** Does something to the tables that nobody may, and undoes it after {@code then}. The superuser switches the triggers off. */
    void tampering(String sql, Runnable then) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", "sanban").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists kept");
            for (String table : TABLES) {
                statement.execute("create table kept." + table + " as select * from " + table);
            }
            statement.execute("set session_replication_role = replica");
            try {
                statement.execute(sql);
                then.run();
            } finally {
                for (String table : TABLES) {
                    statement.execute("delete from " + table);
                    statement.execute("insert into " + table + " select * from kept." + table);
                }
                statement.execute("drop schema kept cascade");
            }
        }
    }

    private static final String[] TABLES = {"audit_entry", "audit_chain", "audit_seal_leaf", "audit_seal", "movement"};
}
