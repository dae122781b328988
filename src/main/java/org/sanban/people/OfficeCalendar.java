package org.sanban.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendar of this office, from memory. */
@Component
class OfficeCalendar implements WorkCalendar {

    private final PeopleMemory memory;
    private final Clock clock;
    private volatile @Nullable WorkingYears years;

    OfficeCalendar(PeopleMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
    }

    private WorkingYears years() {
        Facts facts = memory.facts();
        WorkingYears current = years;
        if (current == null || current.facts() != facts) {
            current = new WorkingYears(facts, clock.getZone());
            years = current;
        }
        return current;
    }

    @Override
    public Instant plus(Instant from, long minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("minutes: " + minutes);
        }
        return minutes == 0 ? from : years().plus(from, Math.multiplyExact(minutes, WorkingYears.MINUTE));
    }

    @Override
    public long minutesBetween(Instant from, Instant to) {
        WorkingYears now = years();
        return to.isBefore(from) ? -now.between(to, from) / WorkingYears.MINUTE : now.between(from, to) / WorkingYears.MINUTE;
    }

    @Override
    public long minutesPerDay() {
        return years().spansOf(LocalDate.now(clock)).stream()
                .mapToLong(h -> ChronoUnit.MINUTES.between(h.starts(), h.ends()))
                .sum();
    }

    @Override
    public boolean worksOn(LocalDate day) {
        return years().worksOn(day);
    }
}
