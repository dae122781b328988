package org.sanban.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;

/** A day beyond the years 1 to 9999: Java reads +999999999-12-31, and the first reckoning with it breaks. Refused where it comes in. */
final class FarDay {

    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final int SECONDS = 86_400;

    private FarDay() {}

    /**
     * @param at a day, a day with its time or an instant
     * @throws IllegalArgumentException for one beyond those years
     */
    static <T extends Temporal> T refuse(T at) {
        long day = at.isSupported(ChronoField.EPOCH_DAY) ? at.getLong(ChronoField.EPOCH_DAY) : Math.floorDiv(at.getLong(ChronoField.INSTANT_SECONDS), SECONDS);
        if (day < FIRST || day > LAST) {
            throw new IllegalArgumentException("beyond the years 1 to 9999");
        }
        return at;
    }
}
