package org.sanban.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Flow;
import org.sanban.testing.OfficeTest;
import org.sanban.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits is sent in its order, is never read past, and is done or refused as if it had not waited. */
class WireTests extends OfficeTest {

    private static final String INSERT = "insert into search_pending (subject_kind, subject_id, next_at) values (?, ?, ?)";
    private static final String COUNT = "select count(*) from search_pending where subject_kind = ?";

    @Autowired
    Wire wire;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Flow flow;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private String kind;

    @BeforeEach
    void aKindNobodyIndexes() {
        transaction = new TransactionTemplate(transactions);
        kind = "wire-" + UUID.randomUUID();
    }

    private void put(long id) {
        wire.later(INSERT, kind, id, OffsetDateTime.parse("2999-01-01T00:00:00Z"));
    }

    private long stored() {
        return jdbc.queryForObject(COUNT, Long.class, kind);
    }

    @Test
    void nobodyReadsPastWhatWaits() {
        Statements sent = Statements.of(() -> transaction.executeWithoutResult(status -> {
            put(1);
            put(2);
            assertThat(stored()).isEqualTo(2);
            put(3);
        }));
        assertThat(stored()).isEqualTo(3);
        assertThat(sent.sql).hasSize(4);
        assertThat(sent.roundTrips).isEqualTo(2);
    }

    @Test
    void whatIsRolledBackIsForgotten() {
        transaction.executeWithoutResult(status -> {
            put(1);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> put(2));
        assertThat(jdbc.queryForList("select subject_id from search_pending where subject_kind = ?", Long.class, kind)).containsExactly(2L);
    }

    @Test
    void manyThatWaitAreSentInBetweenAndNoneIsLost() {
        transaction.executeWithoutResult(status -> IntStream.range(0, 1000).forEach(this::put));
        assertThat(stored()).isEqualTo(1000);
    }

    @Test
    void whatTheDatabaseRefusesAtTheCommitUndoesEverything() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            put(1);
            wire.later("insert into procedure (id, code, edition, subject_kind, definition, state, changed_at, changed_by)"
                    + " select id, code, edition, subject_kind, definition, state, changed_at, changed_by from procedure limit 1");
            put(2);
        })).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void aBatchWhoseRowWasTakenAwayIsRefusedBeforeTheCommitAndBeforeARead() {
        String update = "update search_pending set tries = tries + 1 where subject_kind = ? and subject_id = ?";
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            put(1);
            jdbc.batchUpdate(update, List.<Object[]>of(new Object[] {kind, 1L}, new Object[] {kind, 7L}));
        })).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            put(1);
            jdbc.batchUpdate(update, List.<Object[]>of(new Object[] {kind, 7L}));
            stored();
        })).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(stored()).isZero();
        transaction.executeWithoutResult(status -> {
            put(1);
            jdbc.batchUpdate(update, List.<Object[]>of(new Object[] {kind, 1L}));
        });
        assertThat(jdbc.queryForObject("select tries from search_pending where subject_kind = ?", Integer.class, kind)).isEqualTo(1);
    }

    @Test
    void aRowThatWasChangedMeanwhileIsRefusedBeforeTheCommitAndBeforeARead() {
        long handling = jdbc.queryForObject("select id from handling where subject_kind = 'flow' and subject_id = ?", Long.class, flow.start().id());
        String update = "update handling set title = ?, " + Wire.COUNTED + " where id = ?";
        transaction.executeWithoutResult(status -> wire.any(update, "first", "0", Long.toString(handling)));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> wire.any(update, "second", "0", Long.toString(handling))))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            wire.any(update, "second", "0", Long.toString(handling));
            stored();
        })).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(jdbc.queryForMap("select title, version from handling where id = ?", handling)).isEqualTo(Map.of("title", "first", "version", 1));
    }

    /** The second of two statements that leave together sees what was committed while the first waited for its lock. */
    @Test
    void eachStatementSentTogetherSeesWhatIsSoWhenItsTurnComes() throws Exception {
        transaction.executeWithoutResult(status -> put(1));
        String lock = "select 1 from search_pending where subject_kind = ? for update";
        CountDownLatch locked = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> first = other.submit(() -> transaction.executeWithoutResult(status -> {
                jdbc.queryForList(lock, kind);
                locked.countDown();
                while (jdbc.queryForObject("select count(*) from pg_locks where not granted", Integer.class) == 0) {
                    Thread.onSpinWait();
                }
                put(2);
            }));
            locked.await();
            long seen = transaction.execute(status -> {
                wire.later(lock, kind);
                return stored();
            });
            first.get();
            assertThat(seen).isEqualTo(2);
        }
    }

    @Test
    void whatOnlyReadsSendsItsQuestionsAndNothingElse() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        Statements sent = Statements.of(() -> reading.executeWithoutResult(status -> {
            stored();
            stored();
        }));
        assertThat(sent.sql).hasSize(2);
        assertThat(sent.roundTrips).isEqualTo(2);
        Statements after = Statements.of(() -> transaction.executeWithoutResult(status -> {
            put(1);
            status.setRollbackOnly();
        }));
        assertThat(after.sql).as(after.toString()).isEmpty();
        assertThat(stored()).as("a connection that read is as any other afterwards").isZero();
    }

    @Test
    void whatOnlyReadsCannotWriteInAnyWay() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        List<Runnable> ways = List.of(
                () -> jdbc.update(INSERT, kind, 1L, OffsetDateTime.parse("2999-01-01T00:00:00Z")),
                () -> jdbc.queryForList("with w as (" + INSERT + " returning 1) select * from w", kind, 1L, OffsetDateTime.parse("2999-01-01T00:00:00Z")),
                () -> jdbc.batchUpdate(INSERT, List.<Object[]>of(new Object[] {kind, 1L, OffsetDateTime.parse("2999-01-01T00:00:00Z")})),
                () -> jdbc.queryForList("select 1 from people_version for update"),
                () -> put(1));
        for (Runnable way : ways) {
            assertThatThrownBy(() -> reading.executeWithoutResult(status -> {
                stored();
                way.run();
                stored();
            })).hasStackTraceContaining("read-only transaction");
        }
        assertThat(stored()).isZero();
    }

    @Test
    void nothingWaitsOutsideATransaction() {
        assertThatThrownBy(() -> put(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void valuesArriveAsTheyWere() {
        Instant at = clock.instant();
        transaction.executeWithoutResult(status -> {
            wire.later("create temporary table arrived (a text, b bigint, c timestamptz, d bigint[], e text) on commit drop");
            wire.later("insert into arrived values (?, ?, ?, ?, ?)", "'; drop table arrived; --?", 7L, at.atOffset(ZoneOffset.UTC), new Long[] {1L, 2L}, null);
            assertThat(jdbc.queryForMap("select a, b, d::text, e from arrived where b = ?", 7L))
                    .containsEntry("a", "'; drop table arrived; --?").containsEntry("b", 7L).containsEntry("d", "{1,2}").containsEntry("e", null);
        });
    }
}
