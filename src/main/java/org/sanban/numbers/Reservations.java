package org.sanban.numbers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sanban.numbers.NumberLine.State;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Numbers set aside (预留号): only with a reason, an owner and a last day, at most three working days ahead; then they are voided. */
@Service
@Transactional
public class Reservations {

    private final Numbers numbers;
    private final Counters counters;
    private final Lines lines;
    private final Directory directory;
    private final WorkCalendar calendar;
    private final ApplicationEventPublisher events;
    private final int longest;

    Reservations(
            Numbers numbers, Counters counters, Lines lines, Directory directory, WorkCalendar calendar, ApplicationEventPublisher events,
            @Value("${sanban.numbers.reserve-days:3}") int longest) {
        this.numbers = numbers;
        this.counters = counters;
        this.lines = lines;
        this.directory = directory;
        this.calendar = calendar;
        this.events = events;
        this.longest = longest;
    }

    /**
     * Sets the next number of the series aside. The same request sent again gives the same line.
     *
     * @param year of the counter; the year of the coming signature
     * @param owner id of the person it is kept for
     * @param until last day on which it can be used, office zone: today to the third working day after today
     * @throws Refused for an unknown series, a blank reason, a person who does not work here, a day out of range, or as {@link Numbers#give}
     */
    public NumberLine reserve(String series, int year, String reason, long owner, LocalDate until, Actor by, Instant at, String requestId) {
        Optional<NumberLine> sent = lines.byRequest(requestId);
        if (sent.isPresent()) {
            return sent.get();
        }
        Series known = numbers.known(series);
        counters.refuseYear(known, year, at, "year");
        String why = Reasons.fit(reason);
        refuseOwner(owner);
        refuseUntil(until, at);
        NumberLine line = lines.reserved(counters.next(known, year), new NumberLine.Reservation(why, owner, until, by.id(), at), requestId);
        events.publishEvent(new NumberReserved(line, by.id(), at));
        return line;
    }

    /** The last day for which a number can be reserved on the day of {@code at}. */
    @Transactional(readOnly = true)
    public LocalDate latest(Instant at) {
        LocalDate day = counters.day(at);
        for (int left = longest; left > 0; ) {
            day = day.plusDays(1);
            left -= calendar.worksOn(day) ? 1 : 0;
        }
        return day;
    }

    /** Lines whose last day is over and which nobody used, by id. */
    @Transactional(readOnly = true)
    public List<Long> ranOut(Instant at) {
        return lines.ranOut(counters.day(at));
    }

    /** Voids one that ran out; nothing where it was used or voided meanwhile. */
    public void expire(long line, Instant at) {
        NumberLine reserved = lines.lock(line);
        if (reserved.state() == State.RESERVED && reserved.reservation() != null && counters.day(at).isAfter(reserved.reservation().until())) {
            NumberLine voided = lines.voided(line, new NumberLine.Voiding(null, null, Actor.SYSTEM.id(), at));
            events.publishEvent(new NumberVoided(voided, Actor.SYSTEM.id(), at));
        }
    }

    private void refuseOwner(long owner) {
        if (directory.person(owner).filter(Directory.Entry::active).isEmpty()) {
            throw new Refused(Objection.of("numbers.refusal.owner").at("owner"));
        }
    }

    private void refuseUntil(LocalDate until, Instant at) {
        LocalDate latest = latest(at);
        if (until.isBefore(counters.day(at)) || until.isAfter(latest)) {
            throw new Refused(Objection.of("numbers.refusal.until", longest, latest.toString()).at("until"));
        }
    }
}
