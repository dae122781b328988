package org.sanban.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row behind a figure on time. It names no holder: these reports are about steps, not about persons.
 *
 * @param row the id of what was counted: a task, a matter, an item, a movement
 * @param subject kind/id
 * @param since where its time is counted from
 * @param time when it happened: by it the row belongs to the period
 * @param ownMinutes as the clock of the step counts; null where the row is no task
 */
public record FactRow(
        long row, String subject, String title, @Nullable String number, String urgency, String step, long unit, int round, @Nullable Instant since, Instant time,
        @Nullable Instant due, @Nullable Instant done, @Nullable Long ownMinutes, long waitingMinutes) {

    public String cursor() {
        return time.getEpochSecond() * 1_000_000L + time.getNano() / 1000 + "_" + row;
    }
}
