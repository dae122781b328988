package org.sanban.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.sanban.audit.RecurringJob;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Composes the report of last month on the first working day; where the house stood still that day, on the next one that it works. */
@Component
class MonthlyJob implements RecurringJob {

    private final MonthlyReports reports;
    private final Facts facts;
    private final WorkCalendar calendar;
    private final ZoneId zone;

    MonthlyJob(MonthlyReports reports, Facts facts, WorkCalendar calendar, @Value("${sanban.zone}") ZoneId zone) {
        this.reports = reports;
        this.facts = facts;
        this.calendar = calendar;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "reports.monthly";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        LocalDate month = today.withDayOfMonth(1).minusMonths(1);
        Instant first = facts.first();
        boolean worked = first != null && first.isBefore(today.withDayOfMonth(1).atStartOfDay(zone).toInstant());
        if (worked && calendar.worksOn(today) && !reports.composed(month)) {
            reports.compose(month, at);
        }
    }
}
