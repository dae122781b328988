package org.sanban.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with work that failed: try it again, or settle it with a reason. */
@Component
@Transactional
public class Settling {

    private static final int LONGEST = 500;

    private record Settled(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail) implements Happening {}

    private final FailedWorks failed;
    private final Schedule schedule;
    private final Map<String, Retryable> pieces;
    private final ApplicationEventPublisher events;

    Settling(FailedWorks failed, Schedule schedule, List<Retryable> pieces, ApplicationEventPublisher events) {
        this.failed = failed;
        this.schedule = schedule;
        this.pieces = pieces.stream().collect(Collectors.toMap(Retryable::work, Function.identity()));
        this.events = events;
    }

    /** Puts the work on the way again; it stays open until it is done. */
    public void retry(long id, Actor by, Instant at) {
        FailedWork work = one(id);
        SubjectRef piece = work.subject();
        Retryable again = pieces.get(work.work());
        if (piece != null && again != null) {
            again.again(piece, at);
        } else {
            Refused.unless(schedule.runNow(work.work(), at), "jobs.refusal.running");
        }
        tell(work, "work.retried", by, at, Map.of("work", work.work()));
    }

    /** Closes it without it being done. */
    public void settle(long id, String reason, Actor by, Instant at) {
        FailedWork work = one(id);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new Refused(Objection.of("jobs.refusal.reason", LONGEST).at("reason"));
        }
        Refused.unless(failed.settle(id, by.id(), why, at), "jobs.refusal.gone");
        tell(work, "work.settled", by, at, Map.of("work", work.work(), "reason", why));
    }

    /** Makes a job due now. */
    public void runNow(String job, Actor by, Instant at) {
        Refused.unless(schedule.runNow(job, at), "jobs.refusal.running");
    }

    private FailedWork one(long id) {
        return failed.one(id).orElseThrow(NotFound::new);
    }

    private void tell(FailedWork work, String what, Actor by, Instant at, Map<String, ?> detail) {
        SubjectRef subject = work.subject() == null ? new SubjectRef("work", 0) : work.subject();
        events.publishEvent(new Settled(subject, by.id(), at, what, detail));
    }
}
