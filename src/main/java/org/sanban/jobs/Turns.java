package org.sanban.jobs;

import com.github.kagkarlsson.scheduler.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sanban.audit.RecurringJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A wall clock that is set back would stop every job for as long as it was set back: the turns lie in its future. No turn may lie further ahead
 * than the pause of its job; one that does is brought forward. Looked after by a thread of its own, for a job could not.
 */
@Component
class Turns implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final long EVERY_SECONDS = 30;

    private final Runs runs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final boolean enabled;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("turns").factory());

    Turns(Runs runs, JdbcClient jdbc, PlatformTransactionManager transactions, @Value("${sanban.jobs.enabled:true}") boolean enabled) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.enabled = enabled;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (enabled) {
            watch.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void look() {
        try {
            int moved = bringForward(new SystemClock().now());
            if (moved > 0) {
                log.warn("The clock was set back: {} jobs would have waited for it and are due now", moved);
            }
        } catch (RuntimeException e) {
            log.warn("The turns of the jobs could not be looked at: {}", Runs.reason(e));
        }
    }

    /**
     * Makes due what would wait longer than its pause, and lets a node that died before the clock was set back count as silent from {@code now} on.
     *
     * @return how many turns were moved
     */
    int bringForward(Instant now) {
        Collection<RecurringJob> jobs = runs.jobs().values();
        Integer moved = transaction.execute(tx -> {
            jdbc.sql("update scheduled_tasks set last_heartbeat = :now where picked and last_heartbeat > :now").param("now", now.atOffset(ZoneOffset.UTC)).update();
            return jdbc.sql("""
                    update scheduled_tasks s set execution_time = :now, version = s.version + 1
                      from unnest(cast(:names as text[]), cast(:pauses as bigint[])) as j (name, pause)
                     where s.task_name = j.name and not s.picked and s.execution_time > :now + (j.pause + :slack) * interval '1 millisecond'""")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("names", jobs.stream().map(RecurringJob::name).toArray(String[]::new))
                    .param("pauses", jobs.stream().map(job -> job.every().toMillis()).toArray(Long[]::new))
                    .param("slack", Duration.ofSeconds(2).toMillis()).update();
        });
        return moved == null ? 0 : moved;
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
