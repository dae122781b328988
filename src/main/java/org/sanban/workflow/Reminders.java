package org.sanban.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sanban.audit.RecurringJob;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminders and the escalation ladder (催办升级). Each open task knows when its next rung is reached, in working time where
 * the office's clock counts, so nobody is reminded on a day off. A rung is taken under the handling's lock: once, on
 * however many nodes the job runs.
 */
@Component
class Reminders implements RecurringJob {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Procedures procedures;
    private final Clocks clocks;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Reminders(
            JdbcClient jdbc,
            Rows rows,
            Procedures procedures,
            Clocks clocks,
            Directory directory,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.procedures = procedures;
        this.clocks = clocks;
        this.directory = directory;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "workflow.reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant at) {
        due(at).forEach(task -> transaction.executeWithoutResult(status -> remind(task, at)));
    }

    private List<Long> due(Instant at) {
        return transaction.execute(status -> jdbc.sql("""
                        select t.id from task t join handling h on h.id = t.handling_id
                         where t.state = 'OPEN' and t.nudge_at <= :at and h.stop_reason is null
                         order by t.nudge_at limit :batch""")
                .param("at", java.sql.Timestamp.from(at))
                .param("batch", BATCH)
                .query(Long.class)
                .list());
    }

    /** Looks again under the lock: the task may be done, stopped, or reminded of by another node meanwhile. */
    private void remind(long id, Instant at) {
        long handlingId = jdbc.sql("select handling_id from task where id = :id").param("id", id).query(Long.class).single();
        Handling handling = rows.lock(handlingId);
        Task task = rows.task(id).orElseThrow();
        if (!task.open() || task.nudgeAt == null || task.nudgeAt.isAfter(at) || handling.stopped()) {
            return;
        }
        Procedure procedure = procedures.edition(handling.procedureId);
        int rung = task.nudgeLevel;
        do {
            rung = task.nudgeLevel;
            clocks.nextNudge(task, procedure, handling.urgency.lane());
        } while (task.nudgeAt != null && !task.nudgeAt.isAfter(at));
        events.publishEvent(new ReminderDue(
                handling.subject(), id, task.step, rung, handling.title, handling.number, handling.urgency, task.dueAt,
                task.holderId, told(task, handling, procedure.ladder().get(rung)), at));
    }

    private List<Long> told(Task task, Handling handling, Procedure.Rung rung) {
        Set<Long> told = new LinkedHashSet<>();
        long unit = task.unitId == 0 ? handling.ownerUnit : task.unitId;
        for (String whom : rung.tell()) {
            switch (whom) {
                case "HOLDER" -> told.addAll(holders(task));
                case "HEAD" -> directory.headOf(unit).ifPresent(e -> told.add(e.id()));
                case "IN_CHARGE" -> directory.inChargeOf(unit).ifPresent(e -> told.add(e.id()));
                default -> directory.holding(whom, 0).forEach(e -> told.add(e.id()));
            }
        }
        return new ArrayList<>(told);
    }

    private List<Long> holders(Task task) {
        return task.holderId != null
                ? List.of(task.holderId)
                : directory.holding(String.valueOf(task.role), task.unitId).stream().map(Directory.Entry::id).toList();
    }
}
