package org.sanban.people;

import java.time.Instant;
import java.time.LocalDate;

/** The working calendar (工作日历): office hours, holidays and shifted workdays (调休), in the office's time zone. */
public interface WorkCalendar {

    /**
     * The instant at which {@code minutes} of working time have passed since {@code from}.
     *
     * @param minutes working minutes, 0 or more
     * @throws CalendarMissing if a year on the way has no calendar
     */
    Instant plus(Instant from, long minutes);

    /**
     * Working minutes between two instants, negative when {@code to} is before {@code from}.
     *
     * @throws CalendarMissing if a year on the way has no calendar
     */
    long minutesBetween(Instant from, Instant to);

    /** Working minutes of a full working day, 420 with the default office hours. */
    long minutesPerDay();

    /** Does the office work on that day? */
    boolean worksOn(LocalDate day);
}
