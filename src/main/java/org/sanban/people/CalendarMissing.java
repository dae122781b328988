package org.sanban.people;

import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** No calendar is recorded for a year that a deadline reaches into. Says which, and where to import it. */
public class CalendarMissing extends Refused {

    private final int year;

    public CalendarMissing(int year) {
        super(Objection.of("people.calendar.missing", String.valueOf(year)));
        this.year = year;
    }

    public int year() {
        return year;
    }
}
