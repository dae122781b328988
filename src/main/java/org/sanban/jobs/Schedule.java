package org.sanban.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.RecurringJob;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs every {@link RecurringJob} once in a cluster of nodes, by rows in the database: it survives a restart, and another node
 * takes over from one that died within two minutes. Off with {@code sanban.jobs.enabled=false}.
 */
@Component
public class Schedule implements DisposableBean {

    /** When a job ran last and will run next; null where it never did. */
    public record Line(String name, Duration every, @Nullable Instant next, @Nullable Instant lastDone, @Nullable Instant lastFailed, boolean running) {}

    private final Runs runs;
    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final boolean enabled;

    Schedule(Runs runs, DataSource data, JdbcClient jdbc, @Value("${sanban.jobs.enabled:true}") boolean enabled,
            @Value("${sanban.jobs.poll:5s}") Duration poll) {
        this.runs = runs;
        this.jdbc = jdbc;
        this.enabled = enabled;
        List<RecurringTask<Void>> tasks = runs.jobs().values().stream().map(this::task).toList();
        this.scheduler = Scheduler.create(data)
                .startTasks(tasks)
                .threads(4)
                .pollingInterval(poll)
                .heartbeatInterval(Duration.ofSeconds(30))
                .missedHeartbeatsLimit(4)
                .commitWhenAutocommitDisabled(true)
                .build();
    }

    private RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> runs.run(job));
    }

    /** All jobs of the house by name. */
    @Transactional(readOnly = true)
    public List<Line> lines() {
        Map<String, Line> kept = jdbc.sql("select * from scheduled_tasks").query(this::read).stream()
                .collect(Collectors.toMap(Line::name, line -> line));
        return runs.jobs().values().stream()
                .map(job -> kept.getOrDefault(job.name(), new Line(job.name(), job.every(), null, null, null, false)))
                .toList();
    }

    private Line read(ResultSet row, int number) throws SQLException {
        String name = row.getString("task_name");
        RecurringJob job = runs.jobs().get(name);
        return new Line(name, job == null ? Duration.ZERO : job.every(), instant(row, "execution_time"),
                instant(row, "last_success"), instant(row, "last_failure"), row.getBoolean("picked"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Makes a job due now, on whichever node comes first; a job that is running at the moment is left alone. */
    @Transactional
    public boolean runNow(String name, Instant at) {
        return jdbc.sql("update scheduled_tasks set execution_time = ?, version = version + 1 where task_name = ? and not picked")
                .params(at.atOffset(ZoneOffset.UTC), name).update() == 1;
    }

    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        if (enabled) {
            scheduler.start();
        }
    }

    @Override
    public void destroy() {
        scheduler.stop();
    }
}
