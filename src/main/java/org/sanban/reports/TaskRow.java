package org.sanban.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as a report lists it.
 *
 * @param subject kind/id
 * @param holder null while it lies in the tray of {@code role}
 * @param unit 0 for the tray of a role
 * @param late by the one rule, now or when it was finished
 * @param ownMinutes and {@code waitingMinutes}: as the clock of the task counts; own ones once it is finished
 */
public record TaskRow(
        long task,
        String subject,
        String title,
        @Nullable String number,
        String urgency,
        String step,
        long unit,
        @Nullable Long holder,
        @Nullable String role,
        Instant arrivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        boolean waiting,
        boolean late,
        @Nullable Long ownMinutes,
        long waitingMinutes) {

    /** Where the page after this row begins. */
    public String cursor() {
        return (dueAt == null ? "x" : String.valueOf(dueAt.getEpochSecond() * 1_000_000L + dueAt.getNano() / 1000)) + "_" + task;
    }
}
