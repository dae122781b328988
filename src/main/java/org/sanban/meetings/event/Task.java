package org.sanban.meetings.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of a large event (倒排任务).
 *
 * @param standard what done means; {@code evidence} shows that it is
 * @param dependsOn tasks that have to be done before
 */
public record Task(
        long id, long stream, String title, @Nullable Long owner, LocalDate starts, LocalDate due, String standard, @Nullable Instant done, @Nullable String evidence,
        List<Long> dependsOn, int version) {

    /** @param code e.g. WS-02; {@code owner} who leads it, in words */
    public record Stream(long id, String code, String name, String owner) {}

    /** What is typed for one. */
    public record Entry(@Nullable Long stream, String title, @Nullable Long owner, @Nullable LocalDate starts, @Nullable LocalDate due, String standard, List<Long> dependsOn) {}

    public boolean late(LocalDate today) {
        return done == null && due.isBefore(today);
    }
}
