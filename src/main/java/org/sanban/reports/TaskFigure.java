package org.sanban.reports;

/**
 * What the reports count. Each is one condition on {@code report_task}, used to count and to list alike (promise 13). The order
 * is that of the page: what does not move stands ahead of what is late (promise 9).
 */
public enum TaskFigure {
    /** 未动: past the share of its limit at which it should have moved, and its holder has done nothing. */
    NOT_MOVING("task_state = 'OPEN' and stop_reason is null and waiting_since is null and still_at <= :now and not touched"),
    /** 超期: the one rule of the engine; while a clock stands still nothing is late. */
    LATE("task_state = 'OPEN' and stop_reason is null and due_at < :now"),
    /** 等待: a legal stop, or errands and signatures of others. */
    WAITING("task_state = 'OPEN' and (stop_reason is not null or waiting_since is not null)"),
    /** 本周到期. */
    DUE_THIS_WEEK("task_state = 'OPEN' and due_at >= :now and due_at < :weekEnd"),
    /** 在办. */
    OPEN("task_state = 'OPEN'"),
    /** Finished in the period. */
    DONE("task_state = 'DONE' and done_at >= :since"),
    /** Had a limit, and was finished in the period or is late now: what the share of those on time is taken of. */
    COUNTED("due_at is not null and ((task_state = 'DONE' and done_at >= :since) or (task_state = 'OPEN' and stop_reason is null and due_at < :now))"),
    ON_TIME("due_at is not null and task_state = 'DONE' and done_at >= :since and not late"),
    DONE_LATE("task_state = 'DONE' and done_at >= :since and late");

    private final String condition;

    TaskFigure(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
