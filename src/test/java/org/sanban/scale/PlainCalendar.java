package org.sanban.scale;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.sanban.people.WorkCalendar;

/** Monday to Friday, 9:00 to 12:00 and 13:30 to 17:30, no holidays: the hours in which the office of {@link Scale} works. */
public final class PlainCalendar implements WorkCalendar {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2001, 1, 1);

    @Override
    public Instant plus(Instant from, long minutes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long minutesBetween(Instant from, Instant to) {
        return worked(to) - worked(from);
    }

    /** Working minutes since a Monday of old. */
    private static long worked(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        long days = local.toLocalDate().toEpochDay() - MONDAY.toEpochDay();
        long full = days / 7 * 5 + Math.min(days % 7, 5);
        return full * 420 + (days % 7 < 5 ? part(local.toLocalTime(), LocalTime.of(9, 0), 180) + part(local.toLocalTime(), LocalTime.of(13, 30), 240) : 0);
    }

    private static long part(LocalTime time, LocalTime starts, long length) {
        return Math.clamp(Duration.between(starts, time).toMinutes(), 0, length);
    }

    @Override
    public long minutesPerDay() {
        return 420;
    }

    @Override
    public boolean worksOn(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
