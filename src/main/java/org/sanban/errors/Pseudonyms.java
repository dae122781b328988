package org.sanban.errors;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.sanban.audit.RecurringJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cuts the links between persons and errors after a set time, at once where it was no error (domain.md §9.7). Nobody can join them again. */
@Component
class Pseudonyms implements RecurringJob {

    private final PersonRows persons;
    private final ZoneId zone;
    private final int months;

    Pseudonyms(PersonRows persons, @Value("${sanban.zone}") ZoneId zone, @Value("${sanban.errors.persons-kept-months:24}") int months) {
        this.persons = persons;
        this.zone = zone;
        this.months = months;
    }

    @Override
    public String name() {
        return "errors.pseudonyms";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    @Transactional
    public void run(Instant at) {
        persons.pseudonymise(at.atZone(zone).minusMonths(months).toInstant(), at);
    }
}
