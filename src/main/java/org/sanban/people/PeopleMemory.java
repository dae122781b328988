package org.sanban.people;

import jakarta.annotation.PreDestroy;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the facts in memory, so that asking costs no statement. A change made on this node is seen as soon as it is
 * committed; one made on another node, or past the application, after at most {@code sanban.people.refresh-millis}.
 */
@Component
class PeopleMemory {

    private static final Logger log = LoggerFactory.getLogger(PeopleMemory.class);

    private final FactsReader reader;
    private final TransactionTemplate reading;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("people-memory").unstarted(task));
    private volatile Facts facts;
    private boolean failing;

    PeopleMemory(
            FactsReader reader, PlatformTransactionManager transactions,
            @Value("${sanban.people.refresh-millis:1000}") long refreshMillis) {
        this.reader = reader;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.facts = read();
        ticker.scheduleWithFixedDelay(this::look, refreshMillis, refreshMillis, TimeUnit.MILLISECONDS);
    }

    Facts facts() {
        return facts;
    }

    /** Looks whether anything changed, and reads it if so. */
    @TransactionalEventListener(classes = PeopleChanged.class, phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    synchronized void refresh() {
        Long version = reading.execute(status -> reader.version());
        if (version == null || version != facts.version()) {
            facts = read();
        }
    }

    private Facts read() {
        return Objects.requireNonNull(reading.execute(status -> reader.read()));
    }

    /** A database that is away for a moment must not end the ticking. */
    private void look() {
        try {
            refresh();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("Units, persons and calendar are served from memory while the database does not answer", e);
            }
            failing = true;
        }
    }

    @PreDestroy
    void stop() {
        ticker.shutdownNow();
    }
}
