package org.sanban.people.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.people.CalendarFile;
import org.sanban.people.Calendars;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.people.WorkCalendar;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar, for programs. */
@RestController
@RequestMapping("/api/people/calendar")
@Needs(Needs.SIGNED_IN)
class CalendarApi {

    private static final int LONGEST = 10_000_000;

    private final Calendars calendars;
    private final WorkCalendar calendar;
    private final Clock clock;

    CalendarApi(Calendars calendars, WorkCalendar calendar, Clock clock) {
        this.calendars = calendars;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param days those that are not what their weekday says */
    public record YearView(Calendars.Year year, List<Calendars.Day> days, List<Calendars.Hours> officeHours) {}

    /** @param at when the working time has passed */
    public record Limit(Instant from, long minutes, Instant at) {}

    @GetMapping("/{year:\\d{4}}")
    YearView show(@PathVariable int year) {
        return new YearView(calendars.year(year).orElseThrow(NotFound::new), calendars.days(year), calendars.hours());
    }

    /** Adds working minutes to an instant. */
    @GetMapping("/limit")
    Limit limit(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant from, @RequestParam long minutes) {
        return new Limit(from, minutes, calendar.plus(from, Math.clamp(minutes, 0, LONGEST)));
    }

    /** Records a year from the YAML of its holiday notice. */
    @PostMapping(path = "/years", consumes = {"text/plain", "application/yaml"})
    @Needs("config.manage")
    YearView keep(@RequestBody String yaml, @RequestParam(defaultValue = "") String source, @SignedIn Actor by) {
        var read = CalendarFile.read(yaml, source);
        calendars.keep(read, by, clock.instant());
        return show(read.year());
    }
}
