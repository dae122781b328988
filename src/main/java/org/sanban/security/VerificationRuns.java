package org.sanban.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Anchor;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;
import org.sanban.audit.Verification;
import org.sanban.people.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One verification of the trail at a time on this node, in the background, with its progress. */
@Component
public class VerificationRuns {

    private static final Logger log = LoggerFactory.getLogger(VerificationRuns.class);

    private final Verification verification;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicReference<@Nullable Run> run = new AtomicReference<>();

    VerificationRuns(
            Verification verification, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.verification = verification;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @param links read so far, of about {@code total}
     * @param result null while it runs, and when it failed
     */
    public record Run(Instant startedAt, long links, long total, Verification.@Nullable Result result, boolean failed) {

        public boolean running() {
            return result == null && !failed;
        }

        Run at(long read) {
            return new Run(startedAt, read, total, null, false);
        }

        Run ended(Verification.@Nullable Result ending) {
            return new Run(startedAt, ending == null ? links : ending.links(), total, ending, ending == null);
        }
    }

    private record Verified(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail) implements Happening {}

    /** The latest run, or the one that is running. */
    public Optional<Run> latest() {
        return Optional.ofNullable(run.get());
    }

    /** Starts one unless one is running. */
    public Run start(Actor by, @Nullable Anchor anchor) {
        Run now = run.get();
        Run fresh = new Run(clock.instant(), 0, verification.links(), null, false);
        if (now != null && now.running() || !run.compareAndSet(now, fresh)) {
            return latest().orElse(fresh);
        }
        Thread.ofPlatform().daemon().name("audit-verification").start(() -> carryOut(fresh, by, anchor));
        return fresh;
    }

    private void carryOut(Run fresh, Actor by, @Nullable Anchor anchor) {
        try {
            Verification.Result result = verification.verify(anchor, read -> run.set(fresh.at(read)));
            transaction.executeWithoutResult(tx -> events.publishEvent(new Verified(
                    new SubjectRef("audit", 0), by.id(), clock.instant(), "audit.verified",
                    Map.of("links", result.links(), "whole", result.whole()))));
            run.set(fresh.ended(result));
        } catch (RuntimeException e) {
            log.error("The verification of the trail did not come to its end", e);
            run.set(fresh.ended(null));
        }
    }
}
