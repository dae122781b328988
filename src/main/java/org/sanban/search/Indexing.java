package org.sanban.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.sanban.audit.Happening;
import org.sanban.audit.RecurringJob;
import org.sanban.audit.SubjectRef;
import org.sanban.jobs.FailedWorks;
import org.sanban.jobs.Retryable;
import org.sanban.jobs.WorkFailed;
import org.sanban.wire.Wire;
import org.sanban.workflow.Moved;
import org.sanban.workflow.spi.SubjectKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the index as the subjects are. What happened to a subject is noted in the transaction of the act and indexed after its
 * commit; what failed is tried again, later and later, and stands in the administrators' tray meanwhile (promise 12).
 */
@Component
class Indexing implements RecurringJob, Retryable, DisposableBean {

    static final String WORK = "search.index";
    private static final Logger log = LoggerFactory.getLogger(Indexing.class);
    private static final int BATCH = 100;
    private static final int LONGEST_WAIT = 64;

    private record Due(SubjectRef subject, long upTo, int tries) {}

    private final JdbcClient jdbc;
    private final Wire wire;
    private final SearchIndex index;
    private final FailedWorks failed;
    private final TransactionTemplate transaction;
    private final Set<String> kinds;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name("search").factory());

    Indexing(
            JdbcClient jdbc, Wire wire, SearchIndex index, FailedWorks failed, PlatformTransactionManager transactions, List<SubjectKind> kinds, Clock clock) {
        this.jdbc = jdbc;
        this.wire = wire;
        this.index = index;
        this.failed = failed;
        this.transaction = new TransactionTemplate(transactions);
        this.kinds = kinds.stream().map(SubjectKind::kind).collect(Collectors.toSet());
        this.clock = clock;
    }

    @EventListener
    void note(Happening happening) {
        if (!kinds.contains(happening.subject().kind()) || happening instanceof WorkFailed || onlyMoves(happening)) {
            return;
        }
        Noted noted = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Noted.class::isInstance).map(Noted.class::cast).findFirst().orElse(null);
        if (noted == null) {
            noted = new Noted();
            TransactionSynchronizationManager.registerSynchronization(noted);
        }
        if (noted.subjects.add(happening.subject())) {
            put(happening.subject(), happening.at());
        }
    }

    /** What a subject is found by is its content's, which says itself when it changes; where it lies is read with each search. */
    private static boolean onlyMoves(Happening happening) {
        return happening instanceof Moved moved && !moved.kind().equals("START");
    }

    /** What one transaction has noted already: a subject is indexed as it stands at the end, however much happened to it. */
    private class Noted implements TransactionSynchronization {

        private final Set<SubjectRef> subjects = new HashSet<>();

        @Override
        public void afterCommit() {
            soon();
        }
    }

    private void put(SubjectRef subject, Instant at) {
        wire.later("insert into search_pending (subject_kind, subject_id, next_at) values (?, ?, ?)", subject.kind(), subject.id(), utc(at));
    }

    private void soon() {
        try {
            worker.execute(() -> run(clock.instant()));
        } catch (RejectedExecutionException shuttingDown) {
            log.debug("The index is brought up to date after the next start");
        }
    }

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** Indexes everything that is due. One subject that fails does not hold up the others. */
    @Override
    public void run(Instant at) {
        List<Due> due = due(at);
        while (!due.isEmpty()) {
            due.forEach(one -> attempt(one, at));
            due = due(at);
        }
    }

    private List<Due> due(Instant at) {
        return transaction.execute(status -> jdbc.sql("""
                        select subject_kind, subject_id, max(id) as up_to, max(tries) as tries from search_pending
                         where next_at <= ? group by subject_kind, subject_id order by max(id) limit ?""")
                .params(utc(at), BATCH)
                .query((row, n) -> new Due(new SubjectRef(row.getString(1), row.getLong(2)), row.getLong(3), row.getInt(4)))
                .list());
    }

    private void attempt(Due due, Instant at) {
        try {
            transaction.executeWithoutResult(status -> {
                index.write(due.subject(), at);
                jdbc.sql("delete from search_pending where subject_kind = ? and subject_id = ? and id <= ?")
                        .params(due.subject().kind(), due.subject().id(), due.upTo()).update();
                if (due.tries() > 0) {
                    failed.done(WORK, due.subject(), at);
                }
            });
        } catch (RuntimeException e) {
            log.warn("Subject {} could not be indexed", due.subject(), e);
            transaction.executeWithoutResult(status -> later(due, e, at));
        }
    }

    private void later(Due due, RuntimeException e, Instant at) {
        jdbc.sql("update search_pending set tries = ?, next_at = ? where subject_kind = ? and subject_id = ? and id <= ?")
                .params(due.tries() + 1, utc(at.plus(Duration.ofMinutes(Math.min(LONGEST_WAIT, 1L << Math.min(due.tries(), 10))))),
                        due.subject().kind(), due.subject().id(), due.upTo())
                .update();
        failed.record(WORK, due.subject(), e.getClass().getSimpleName(), at);
    }

    @Override
    public String work() {
        return WORK;
    }

    @Override
    public void again(SubjectRef piece, Instant at) {
        transaction.executeWithoutResult(status -> put(piece, at));
        soon();
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
