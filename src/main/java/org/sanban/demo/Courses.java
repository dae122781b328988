package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The times at which papers under way went along, reckoned back from the first start. */
@Component
class Courses {

    private final WorkCalendar calendar;
    private final ZoneId zone;

    Courses(WorkCalendar calendar, @Value("${sanban.zone}") ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** Nine o'clock and a little, that many working days ago; of today: an hour ago. */
    Course start(int days, Instant now) {
        if (days == 0) {
            return new Course(now.minusSeconds(3000), now);
        }
        LocalDate day = now.atZone(zone).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            left -= calendar.worksOn(day) ? 1 : 0;
        }
        return new Course(day.atTime(LocalTime.of(9, 10)).atZone(zone).toInstant(), now);
    }

    /** From a moment that is known. */
    Course from(Instant at, Instant now) {
        return new Course(at, now);
    }

    /** The time as a paper goes along: working minutes later, never after now. */
    final class Course {
        private Instant at;
        private final Instant now;

        private Course(Instant at, Instant now) {
            this.at = at;
            this.now = now;
        }

        Instant at() {
            return at;
        }

        Instant later(long minutes) {
            boolean today = now.minusSeconds(4000).isBefore(at);
            Instant next = today ? at.plusSeconds(minutes * 12) : calendar.plus(at, minutes);
            at = next.isAfter(now) ? now : next;
            return at;
        }
    }
}
