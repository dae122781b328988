package org.sanban.numbers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.numbers.NumberLine.State;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The giving of issue numbers (编号, 发文字号). A number once given never changes and is never given twice; what was taken and not
 * used stays as a voided line with its reason (promise 1, domain.md §3.4).
 */
@Service
@Transactional
public class Numbers {

    private static final int LONGEST_TITLE = 500;

    private final SeriesRegister series;
    private final Counters counters;
    private final Lines lines;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    Numbers(SeriesRegister series, Counters counters, Lines lines, Directory directory, ApplicationEventPublisher events) {
        this.series = series;
        this.counters = counters;
        this.lines = lines;
        this.directory = directory;
        this.events = events;
    }

    /**
     * Gives {@code subject} the next number of the series, in the year of its signature, inside the caller's transaction only. A
     * subject that bears a number keeps it: asking again, from wherever, gives that one.
     *
     * @param series code of the series
     * @param signedOn day of signature (成文日期), office zone, not after today
     * @throws Refused for an unknown or retired series, a day to come, a year that has not begun or is long past
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public NumberLine give(String series, LocalDate signedOn, SubjectRef subject, String title, Actor by, Instant at) {
        lines.alone(subject);
        return lines.of(subject).orElseGet(() -> next(series, new Lines.Use(subject, fit(title), signedOn, by.id(), at)));
    }

    /**
     * Gives {@code subject} a number that was reserved, inside the caller's transaction only. The same subject asking again gets it again.
     *
     * @param line id of the reserved line
     * @throws Refused if the reservation is used, voided or ran out, is of another year than the signature, or the subject bears another number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public NumberLine giveReserved(long line, LocalDate signedOn, SubjectRef subject, String title, Actor by, Instant at) {
        lines.alone(subject);
        Optional<NumberLine> borne = lines.of(subject);
        if (borne.isPresent()) {
            Refused.unless(borne.get().id() == line, "numbers.refusal.bears-another", borne.get().text());
            return borne.get();
        }
        NumberLine reserved = lines.lock(line);
        refuseUnusable(reserved, signedOn, at);
        return told(lines.use(line, new Lines.Use(subject, fit(title), signedOn, by.id(), at)), by, at);
    }

    /**
     * Writes a paper of an old register on the next number: its title and number are on record, the paper itself is not in this system.
     *
     * @throws Refused as {@link #give}
     */
    public NumberLine transcribe(String series, LocalDate signedOn, String title, Actor by, Instant at) {
        return next(series, new Lines.Use(null, fit(title), signedOn, by.id(), at));
    }

    /** The number that the subject bears now; empty also where it was voided. */
    @Transactional(readOnly = true)
    public Optional<NumberLine> of(SubjectRef subject) {
        return lines.of(subject);
    }

    /** Every number the subject bore or bears, the latest first. */
    @Transactional(readOnly = true)
    public List<NumberLine> allOf(SubjectRef subject) {
        return lines.allOf(subject);
    }

    /** As {@link SeriesRegister#suggest}. */
    @Transactional(readOnly = true)
    public List<Series> suggest(String docType, String direction, String issuer, String medium) {
        return series.suggest(docType, direction, issuer, medium);
    }

    /**
     * Voids a number that was given or reserved (作废): the line stays, the number is never used again.
     *
     * @param approver id of the person who approved it
     * @throws Refused without a reason, without an approver who works here, and where it is voided already
     */
    public NumberLine voidNumber(long line, String reason, long approver, Actor by, Instant at) {
        NumberLine old = lines.lock(line);
        Refused.unless(old.state() != State.VOIDED, "numbers.refusal.voided", old.text());
        String why = Reasons.fit(reason);
        if (directory.person(approver).filter(Directory.Entry::active).isEmpty()) {
            throw new Refused(Objection.of("numbers.refusal.approver").at("approver"));
        }
        NumberLine voided = lines.voided(line, new NumberLine.Voiding(why, approver, by.id(), at));
        events.publishEvent(new NumberVoided(voided, by.id(), at));
        return voided;
    }

    /**
     * Lets a series go on after {@code last}: the numbers up to it stand in another register, and {@code reason} says in which.
     * Nothing happens where the counter stands there already.
     *
     * @param year of the counter; for a series that runs on over the years any that may still be numbered
     * @throws Refused when the counter is beyond {@code last}, without a reason, and for a year as in {@link #give}
     */
    public void continueAfter(String series, int year, int last, String reason, Actor by, Instant at) {
        Series known = known(series);
        counters.refuseYear(known, year, at, "year");
        String why = Reasons.fit(reason);
        if (counters.leap(known, year, last, why, by, at)) {
            events.publishEvent(SeriesChanged.of(known.id(), "continued", by.id(), at, Map.of("year", year, "last", last, "reason", why)));
        }
    }

    /** @throws Refused if no active series has that code */
    Series known(String code) {
        return series.byCode(code).filter(Series::active)
                .orElseThrow(() -> new Refused(Objection.of("numbers.refusal.unknown-series", code).at("series")));
    }

    private NumberLine next(String code, Lines.Use use) {
        Series known = known(code);
        refuseDay(known, use.signedOn(), use.at());
        NumberLine line = lines.given(counters.next(known, use.signedOn().getYear()), use);
        events.publishEvent(new NumberGiven(line, use.by(), use.at()));
        return line;
    }

    private void refuseDay(Series known, LocalDate signedOn, Instant at) {
        counters.refuseYear(known, signedOn.getYear(), at, "signedOn");
        if (signedOn.isAfter(counters.day(at))) {
            throw new Refused(Objection.of("numbers.refusal.not-signed-yet", signedOn.toString()).at("signedOn"));
        }
    }

    private void refuseUnusable(NumberLine reserved, LocalDate signedOn, Instant at) {
        NumberLine.Reservation held = reserved.reservation();
        Refused.unless(reserved.state() == State.RESERVED && held != null, "numbers.refusal.not-reserved", reserved.text());
        Refused.unless(!counters.day(at).isAfter(held.until()), "numbers.refusal.ran-out", reserved.text(), held.until().toString());
        Series of = series.one(reserved.seriesId());
        refuseDay(of, signedOn, at);
        Refused.unless(!of.yearly() || signedOn.getYear() == reserved.year(), "numbers.refusal.other-year", reserved.text(), String.valueOf(signedOn.getYear()));
    }

    private NumberLine told(NumberLine line, Actor by, Instant at) {
        events.publishEvent(new NumberGiven(line, by.id(), at));
        return line;
    }

    private static String fit(@Nullable String title) {
        if (title == null || title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new Refused(Objection.of("numbers.refusal.title", LONGEST_TITLE).at("title"));
        }
        return title.strip();
    }
}
