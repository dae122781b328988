package org.sanban.checking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Finding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what rules are worth: a place once when it is first seen, and what became of it. What is mended within seconds of being
 * typed is no finding; a place whose neighbours are rewritten is still the same one.
 */
@Component
class Counting {

    private final FindingRows rows;
    private final Running running;
    private final Duration typing;
    private final TransactionTemplate apart;

    Counting(FindingRows rows, Running running, @Value("${sanban.checking.typing:PT20S}") Duration typing, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.running = running;
        this.typing = typing;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param clicked fingerprints of the places that were mended by one click */
    void record(SubjectRef subject, List<Finding> now, Set<String> clicked, @Nullable String step, long writer, Instant at) {
        FindingRows.Changes changes = FindingRows.Changes.between(rows.of(subject), now, clicked, typing, at);
        rows.forget(changes.typed());
        rows.move(changes.moved());
        rows.add(subject, changes.fresh(), running.book(), step, writer, at);
        rows.end(changes.fixed(), "FIXED", clicked, writer, at);
        rows.open(changes.again());
    }

    /** What becomes of a place that somebody judged. */
    void judged(SubjectRef subject, String fingerprint, String state, long by, Instant at) {
        List<Long> ids = rows.of(subject).stream().filter(k -> k.fingerprint().equals(fingerprint)).map(FindingRows.Kept::id).toList();
        if (state.equals("OPEN")) {
            rows.open(ids);
        } else {
            rows.end(ids, state, Set.of(), by, at);
        }
    }

    /**
     * A gate found places open. Where it refuses, the act is rolled back but that it was stopped stands; where it is overridden they
     * count as let pass.
     */
    void stops(SubjectRef subject, List<Finding> now, Collection<String> stopping, String step, long writer, Instant at) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                record(subject, now, Set.of(), step, writer, at);
                rows.stopped(subject, stopping, at);
                List<Long> passed = rows.of(subject).stream()
                        .filter(k -> k.state().equals("OPEN") && stopping.contains(k.fingerprint())).map(FindingRows.Kept::id).toList();
                rows.end(passed, "PASSED", Set.of(), writer, at);
            }

            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    apart.executeWithoutResult(s -> {
                        record(subject, now, Set.of(), step, writer, at);
                        rows.stopped(subject, stopping, at);
                    });
                }
            }
        });
    }
}
