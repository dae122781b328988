package org.sanban.numbers.web;

import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;

/** The month of a report as it stands in the address. */
final class Months {

    private static final YearMonth FIRST = YearMonth.of(1949, 10);

    private Months() {}

    /** The present month where none is asked for. @throws NotFound for one to come, or before there was an office */
    static YearMonth fit(@Nullable YearMonth asked, Clock clock) {
        YearMonth now = YearMonth.now(clock);
        if (asked == null) {
            return now;
        }
        if (asked.isAfter(now) || asked.isBefore(FIRST)) {
            throw new NotFound();
        }
        return asked;
    }
}
