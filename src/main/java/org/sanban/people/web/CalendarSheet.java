package org.sanban.people.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sanban.people.CalendarYear;
import org.sanban.people.Calendars;

/**
 * A year as twelve months, weeks from Monday.
 *
 * @param workdays days of work in the year
 */
public record CalendarSheet(int year, List<Month> months, int workdays) {

    public record Month(int number, List<List<Cell>> weeks) {}

    /**
     * One day, or an empty place where {@code day} is 0.
     *
     * @param css work, rest, holiday or shifted
     */
    public record Cell(int day, String css, String name) {}

    static CalendarSheet of(int year, List<Calendars.Day> exceptions) {
        Map<LocalDate, Calendars.Day> byDay = new HashMap<>();
        exceptions.forEach(d -> byDay.put(d.day(), d));
        List<Month> months = IntStream.rangeClosed(1, 12).mapToObj(m -> month(YearMonth.of(year, m), byDay)).toList();
        int workdays = (int) months.stream()
                .flatMap(m -> m.weeks().stream().flatMap(List::stream))
                .filter(c -> c.css().equals("work") || c.css().equals("shifted"))
                .count();
        return new CalendarSheet(year, months, workdays);
    }

    /** A year that is not recorded yet, as it would look. */
    static CalendarSheet of(CalendarYear fresh) {
        List<Calendars.Day> days = new ArrayList<>();
        fresh.holidays().forEach(h ->
                h.from().datesUntil(h.to().plusDays(1)).forEach(day -> days.add(new Calendars.Day(day, false, h.name()))));
        fresh.workingWeekends().forEach(day -> days.add(new Calendars.Day(day, true, "")));
        return of(fresh.year(), days);
    }

    private static Month month(YearMonth month, Map<LocalDate, Calendars.Day> exceptions) {
        List<Cell> cells = new ArrayList<>();
        int before = month.atDay(1).getDayOfWeek().getValue() - 1;
        IntStream.range(0, before).forEach(i -> cells.add(new Cell(0, "none", "")));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            cells.add(cell(month.atDay(day), exceptions.get(month.atDay(day))));
        }
        while (cells.size() % 7 != 0) {
            cells.add(new Cell(0, "none", ""));
        }
        return new Month(month.getMonthValue(), IntStream.range(0, cells.size() / 7)
                .mapToObj(week -> List.copyOf(cells.subList(week * 7, week * 7 + 7)))
                .toList());
    }

    private static Cell cell(LocalDate day, Calendars.@Nullable Day exception) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        String css = exception == null ? weekend ? "rest" : "work" : exception.works() ? "shifted" : "holiday";
        return new Cell(day.getDayOfMonth(), css, exception == null ? "" : exception.name());
    }
}
