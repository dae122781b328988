package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Without an error that counts (零差错), by when errors were made. An error found later shortens it afterwards; then {@code revised}
 * says so.
 *
 * @param since when the last error was made; null where there is none on record
 * @param workdays full working days since then
 * @param matters closed since then
 * @param last number of that error
 * @param found day on which it was found
 * @param before working days that had been counted on the day it was found; 0 where it was found on the day it was made
 */
public record Streak(@Nullable Instant since, int workdays, int matters, @Nullable String last, @Nullable LocalDate found, int before) {

    public boolean revised() {
        return before > 0;
    }
}
