package org.sanban.jobs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.audit.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One run of a job: what it throws becomes {@link FailedWork}, a good run closes it again. */
@Component
class Runs {

    private static final Logger log = LoggerFactory.getLogger(Runs.class);

    private final Map<String, RecurringJob> jobs;
    private final FailedWorks failed;
    private final Clock clock;

    Runs(List<RecurringJob> jobs, FailedWorks failed, Clock clock) {
        this.jobs = new TreeMap<>(jobs.stream().collect(Collectors.toMap(RecurringJob::name, Function.identity())));
        this.failed = failed;
        this.clock = clock;
    }

    /** All jobs by name. */
    Map<String, RecurringJob> jobs() {
        return jobs;
    }

    /** Runs {@code job} now; what it throws is recorded and thrown on to the scheduler. */
    void run(RecurringJob job) {
        Instant at = clock.instant();
        try {
            job.run(at);
            failed.done(job.name(), null, at);
        } catch (RuntimeException e) {
            log.error("Job {} failed", job.name(), e);
            failed.record(job.name(), null, reason(e), at);
            throw e;
        }
    }

    /** The innermost cause in one line, without the data that database messages quote. */
    static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage().lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + message;
    }
}
