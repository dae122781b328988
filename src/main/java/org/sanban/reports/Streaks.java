package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanban.people.CalendarMissing;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long there has been no error, in days and in matters; recomputed each time, so that a late discovery shortens it by itself. */
@Component
class Streaks {

    private final ErrorFacts errors;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    Streaks(ErrorFacts errors, WorkCalendar calendar, JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone) {
        this.errors = errors;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** @param read errors up to now that were read already, the latest made first; what is not among them is asked for; load: whose matters count */
    Streak of(List<ErrorRow> read, ErrorCut cut, Cut load, Sphere sphere, Instant now) {
        Optional<ErrorRow> found = last(read, cut, sphere, now);
        if (found.isEmpty()) {
            return new Streak(null, 0, 0, null, null, 0);
        }
        ErrorRow last = found.get();
        Optional<ErrorRow> earlier = last(read, cut, sphere, last.made());
        int before = earlier.isPresent() && day(last.found()).isAfter(day(last.made())) ? workdays(earlier.get().made(), last.found()) : 0;
        return new Streak(last.made(), workdays(last.made(), now), closedSince(last.made(), load, sphere, now), last.no(), day(last.found()), before);
    }

    private Optional<ErrorRow> last(List<ErrorRow> read, ErrorCut cut, Sphere sphere, Instant before) {
        return read.stream().filter(row -> row.error() && row.made().isBefore(before)).findFirst().or(() -> errors.last(cut, sphere, before));
    }

    private int workdays(Instant from, Instant to) {
        try {
            return (int) (calendar.minutesBetween(from, to) / calendar.minutesPerDay());
        } catch (CalendarMissing e) {
            return 0;
        }
    }

    private int closedSince(Instant since, Cut load, Sphere sphere, Instant now) {
        Map<String, Object> values = new HashMap<>();
        String where = load.where(values) + " and " + sphere.where(values);
        return jdbc.sql("select count(*) from report_matter f where closed_at >= :since and closed_at < :now" + where).params(values)
                .param("since", since.atOffset(ZoneOffset.UTC)).param("now", now.atOffset(ZoneOffset.UTC)).query(Integer.class).single();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
