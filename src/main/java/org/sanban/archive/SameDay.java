package org.sanban.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The same-day clock (当日移交、当日整理、当日入库), as domain.md §8.6 reads it. The office's own promise, not law. */
@Component
public class SameDay {

    private final WorkCalendar calendar;
    private final ZoneId zone;
    private final LocalTime cutOff;
    private final LocalTime grace;

    SameDay(
            WorkCalendar calendar,
            @Value("${sanban.zone}") ZoneId zone,
            @Value("${sanban.same-day.cut-off:17:00}") LocalTime cutOff,
            @Value("${sanban.same-day.grace:12:00}") LocalTime grace) {
        this.calendar = calendar;
        this.zone = zone;
        this.cutOff = cutOff;
        this.grace = grace;
    }

    /** The day of the office on which it was. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Midnight at which a day of the office begins. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Were all three on one day? */
    public boolean strict(Instant transferred, Instant arranged, Instant stored) {
        return day(transferred).equals(day(arranged)) && day(arranged).equals(day(stored));
    }

    /** Was it handed over on the day it was closed? */
    public boolean prompt(Instant closed, Instant transferred) {
        return day(closed).equals(day(transferred));
    }

    /** As {@link #prompt}; what is closed after the cut-off, or on a day off, has until the grace hour of the next working day. */
    public boolean promptAdjusted(Instant closed, Instant transferred) {
        return prompt(closed, transferred) || tooLateForItsDay(closed) && transferred.isBefore(graceAfter(day(closed)));
    }

    private boolean tooLateForItsDay(Instant closed) {
        return !calendar.worksOn(day(closed)) || !closed.atZone(zone).toLocalTime().isBefore(cutOff);
    }

    private Instant graceAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!calendar.worksOn(next)) {
            next = next.plusDays(1);
        }
        return next.atTime(grace).atZone(zone).toInstant();
    }

    /** The last day on which law wants it in the archive: end of June of the second year (R7). */
    public LocalDate legalDeadline(Instant closed) {
        return LocalDate.of(day(closed).getYear() + 1, 6, 30);
    }
}
