package org.sanban.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the working calendar (工作日历), year by year. {@link WorkCalendar} computes with what stands here. */
@Service
public class Calendars {

    private final JdbcClient jdbc;
    private final Changes changes;

    Calendars(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    public record Year(int year, boolean provisional, String source, Instant recordedAt) {}

    /** A day that is not what its weekday says. */
    public record Day(LocalDate day, boolean works, String name) {}

    /** @param until last day, null until further notice */
    public record Hours(LocalDate from, @Nullable LocalDate until, LocalTime starts, LocalTime ends) {}

    @Transactional(readOnly = true)
    public List<Year> years() {
        return jdbc.sql("select year, state = 'PROVISIONAL' as provisional, source, recorded_at from calendar_year order by year")
                .query(Year.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Year> year(int year) {
        return years().stream().filter(y -> y.year() == year).findFirst();
    }

    @Transactional(readOnly = true)
    public List<Day> days(int year) {
        return jdbc.sql("select on_day as day, kind = 'WORKDAY' as works, name from calendar_day where year = ? order by on_day")
                .param(year)
                .query(Day.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Hours> hours() {
        return jdbc.sql("select valid_from as \"from\", valid_until as until, starts, ends from office_hours order by valid_from, starts")
                .query(Hours.class)
                .list();
    }

    /** Records a year, in place of what was recorded for it. What is due already keeps its limit; new limits use the new year. */
    @Transactional
    public void keep(CalendarYear fresh, Actor by, Instant at) {
        changes.begin();
        jdbc.sql("""
                        insert into calendar_year (year, state, source, recorded_by, recorded_at) values (?, ?, ?, ?, ?)
                        on conflict (year) do update set state = excluded.state, source = excluded.source,
                               recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .params(fresh.year(), fresh.provisional() ? "PROVISIONAL" : "CONFIRMED", fresh.source(), Changes.author(by),
                        Timestamp.from(at))
                .update();
        jdbc.sql("delete from calendar_day where year = ?").param(fresh.year()).update();
        for (CalendarYear.Holiday holiday : fresh.holidays()) {
            holiday.from().datesUntil(holiday.to().plusDays(1)).forEach(day -> keep(day, fresh.year(), "HOLIDAY", holiday.name()));
        }
        fresh.workingWeekends().forEach(day -> keep(day, fresh.year(), "WORKDAY", ""));
        if (!fresh.hours().isEmpty()) {
            keepHours(fresh);
        }
        changes.tell("calendar", fresh.year(), by, at, "calendar.recorded",
                Map.of("holidays", fresh.holidays().size(), "source", fresh.source()));
    }

    /**
     * Records a year of which no notice is known yet, provisionally.
     *
     * @throws Refused if something is recorded for it
     */
    @Transactional
    public void keepWeekends(int year, Actor by, Instant at) {
        Refused.unless(year(year).isEmpty(), "people.refusal.year-recorded", String.valueOf(year));
        keep(CalendarYear.weekendsOnly(year), by, at);
    }

    /** Office hours of a period, in place of those that began on the same day. */
    @Transactional
    public void keepHours(LocalDate from, @Nullable LocalDate until, List<CalendarYear.Span> spans, Actor by, Instant at) {
        changes.begin();
        refuseUnfit(from, until, spans);
        replaceHours(from, until, spans);
        changes.tell("calendar", from.getYear(), by, at, "calendar.hours-set", Map.of("from", from.toString(), "spans", spans.toString()));
    }

    private void keepHours(CalendarYear fresh) {
        LocalDate first = LocalDate.of(fresh.year(), 1, 1);
        boolean inForce = spansOn(first).equals(fresh.hours());
        if (!inForce) {
            replaceHours(first, first.plusYears(1).minusDays(1), fresh.hours());
        }
    }

    private List<CalendarYear.Span> spansOn(LocalDate day) {
        return jdbc.sql("""
                        select starts as start, ends as "end" from office_hours
                         where valid_from = (select max(valid_from) from office_hours
                                              where valid_from <= :day and (valid_until is null or valid_until >= :day))
                         order by starts""")
                .param("day", day)
                .query(CalendarYear.Span.class)
                .list();
    }

    private void replaceHours(LocalDate from, @Nullable LocalDate until, List<CalendarYear.Span> spans) {
        jdbc.sql("delete from office_hours where valid_from = ?").param(from).update();
        for (CalendarYear.Span span : spans) {
            jdbc.sql("insert into office_hours (valid_from, valid_until, starts, ends) values (?, ?, ?, ?)")
                    .params(from, until, span.start(), span.end())
                    .update();
        }
    }

    private static void refuseUnfit(LocalDate from, @Nullable LocalDate until, List<CalendarYear.Span> spans) {
        if (until != null && until.isBefore(from)) {
            throw new Refused(Objection.of("people.refusal.ends-before-start").at("until"));
        }
        LocalTime last = LocalTime.MIN;
        for (CalendarYear.Span span : spans) {
            if (span.start().isBefore(last) || !span.start().isBefore(span.end())) {
                throw new Refused(Objection.of("people.refusal.hours", span.start().toString(), span.end().toString()).at("spans"));
            }
            last = span.end();
        }
        Refused.unless(!spans.isEmpty(), "people.refusal.no-hours");
    }

    private void keep(LocalDate day, int year, String kind, String name) {
        jdbc.sql("insert into calendar_day (on_day, year, kind, name) values (?, ?, ?, ?)").params(day, year, kind, name).update();
    }
}
