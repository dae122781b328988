package org.sanban.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A year of the working calendar, as the yearly holiday notice states it.
 *
 * @param provisional only the weekends are known so far
 * @param source where it comes from, to be shown
 * @param hours office hours of that year; empty: those in force go on
 */
public record CalendarYear(
        int year, boolean provisional, String source, List<Holiday> holidays, List<LocalDate> workingWeekends, List<Span> hours) {

    /** Both days included. */
    public record Holiday(String name, LocalDate from, LocalDate to) {}

    public record Span(LocalTime start, LocalTime end) {}

    /** A year of which no notice is known: weekends alone. */
    public static CalendarYear weekendsOnly(int year) {
        return new CalendarYear(year, true, "", List.of(), List.of(), List.of());
    }
}
