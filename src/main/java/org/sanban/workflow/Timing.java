package org.sanban.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the two clocks of a task say (时限): the time for doing it, and beside it the time spent waiting for others.
 *
 * @param due last allowed instant, null without a limit
 * @param allowed minutes from arrival to due as the clock counts them, null without a limit
 * @param waitingSince the task has been waiting for others since then, or null
 * @param waitingMinutes waited before that, as the clock counts them
 * @param stopped a legal stop is on: the clock stands still
 */
public record Timing(
        Limit.Clock clock,
        @Nullable Instant arrived,
        @Nullable Instant due,
        @Nullable Long allowed,
        @Nullable Instant waitingSince,
        long waitingMinutes,
        boolean stopped) {

    static Timing of(Task task, boolean stopped) {
        return new Timing(task.clock, task.arrivedAt, task.dueAt, task.minutesAllowed, task.waitingSince, task.waitingMinutes, stopped);
    }

    /** The one rule of lateness for what is still open: due before {@code at}; while the clock stands still nothing is late. */
    public boolean late(Instant at) {
        return !stopped && due != null && due.isBefore(at);
    }
}
