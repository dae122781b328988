package org.sanban.meetings.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.rooms.Booking;
import org.sanban.meetings.rooms.Room;

/**
 * The calendar as a page shows it.
 *
 * @param days of the span, from its first to its last
 * @param rows the rooms of the day, each with who holds it when
 */
public record CalendarView(Span span, LocalDate day, List<Day> days, List<RoomRow> rows) {

    public enum Span {
        MONTH, WEEK, ROOMS;

        LocalDate first(LocalDate day) {
            return switch (this) {
                case MONTH -> day.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case ROOMS -> day;
            };
        }

        LocalDate last(LocalDate day) {
            return switch (this) {
                case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth()).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                case ROOMS -> day;
            };
        }
    }

    /** @param within the day belongs to the month that is shown */
    public record Day(LocalDate date, boolean within, boolean today, List<Entry> entries) {}

    public record Entry(long meeting, String title, LocalTime from, LocalTime until, String place, boolean cancelled) {}

    /** @param bars from 8 to 20 o'clock, as hundredths of that time */
    public record RoomRow(Room room, List<Bar> bars) {}

    public record Bar(Booking booking, LocalTime from, LocalTime until, int left, int width) {}

    private static final int OPENS = 8 * 60;
    private static final int CLOSES = 20 * 60;

    static CalendarView of(Span span, LocalDate at, LocalDate today, List<Meetings.Line> lines, List<Booking> bookings, List<Room> rooms, ZoneId zone) {
        List<Day> days = new ArrayList<>();
        for (LocalDate day = span.first(at); !day.isAfter(span.last(at)); day = day.plusDays(1)) {
            LocalDate of = day;
            List<Entry> entries = lines.reversed().stream().filter(l -> l.starts().atZone(zone).toLocalDate().equals(of))
                    .map(l -> new Entry(l.id(), l.title(), time(l.starts(), zone), time(l.ends(), zone), l.place(), l.cancelled() != null)).toList();
            days.add(new Day(day, span != Span.MONTH || day.getMonth() == at.getMonth(), day.equals(today), entries));
        }
        List<RoomRow> rows = span != Span.ROOMS ? List.of() : rooms.stream().map(r -> new RoomRow(r, bookings.stream().filter(b -> b.room() == r.id()).map(b -> bar(b, at, zone)).toList())).toList();
        return new CalendarView(span, at, days, rows);
    }

    private static Bar bar(Booking b, LocalDate day, ZoneId zone) {
        LocalTime from = b.from().atZone(zone).toLocalDate().isBefore(day) ? LocalTime.MIN : time(b.from(), zone);
        LocalTime until = b.until().atZone(zone).toLocalDate().isAfter(day) ? LocalTime.of(23, 59) : time(b.until(), zone);
        int left = Math.clamp(from.toSecondOfDay() / 60, OPENS, CLOSES);
        int right = Math.clamp(until.toSecondOfDay() / 60, OPENS, CLOSES);
        return new Bar(b, from, until, (left - OPENS) * 100 / (CLOSES - OPENS), right == left ? 0 : Math.max(2, (right - left) * 100 / (CLOSES - OPENS)));
    }

    private static LocalTime time(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalTime().withSecond(0).withNano(0);
    }

    /** The same span before or after. */
    public LocalDate to(int steps) {
        return switch (span) {
            case MONTH -> day.plusMonths(steps).withDayOfMonth(1);
            case WEEK -> day.plusWeeks(steps);
            case ROOMS -> day.plusDays(steps);
        };
    }

    public List<List<Day>> weeks() {
        return Stream.iterate(0, n -> n < days.size(), n -> n + 7).map(n -> days.subList(n, Math.min(n + 7, days.size()))).toList();
    }
}
