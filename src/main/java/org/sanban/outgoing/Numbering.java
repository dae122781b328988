package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Numbers;
import org.sanban.numbers.Series;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The number of an outgoing paper (发文字号): its series chosen, given once by the step, voided by an act of its own and never by a return. */
@Service
public class Numbering {

    private final Outgoings outgoings;
    private final Places places;
    private final Numbers numbers;
    private final Organizations organizations;
    private final OutgoingCards cards;
    private final Handlings handlings;
    private final Signed signed;
    private final DispatchRows lines;
    private final ApplicationEventPublisher events;

    Numbering(
            Outgoings outgoings, Places places, Numbers numbers, Organizations organizations, OutgoingCards cards, Handlings handlings,
            Signed signed, DispatchRows lines, ApplicationEventPublisher events) {
        this.outgoings = outgoings;
        this.places = places;
        this.numbers = numbers;
        this.organizations = organizations;
        this.cards = cards;
        this.handlings = handlings;
        this.signed = signed;
        this.lines = lines;
        this.events = events;
    }

    /** Series that fit the paper, the best first. */
    @Transactional(readOnly = true)
    public List<Series> suggested(long id, Actor by) {
        places.of(id, by);
        return suggested(outgoings.one(id).draft());
    }

    /** Every number that the paper bore or bears, the latest first. */
    @Transactional(readOnly = true)
    public List<NumberLine> borne(long id, Actor by) {
        places.of(id, by);
        return numbers.allOf(OutgoingKind.ref(id));
    }

    /**
     * Chooses where the number will be taken from; without a choice it is the best series that fits.
     *
     * @param reserved id of a reserved line to use, or null
     */
    @Transactional
    public void choose(long id, @Nullable String series, @Nullable Long reserved, Actor by, Instant at) {
        places.of(id, by);
        handlings.hold(OutgoingKind.ref(id));
        Row row = outgoings.lock(id);
        places.mineAt(id, by, "recheck", "number");
        Refused.unless(row.number() == null, "outgoing.refusal.has-number", Objects.requireNonNullElse(row.number(), ""));
        if (series != null && suggested(row.draft()).stream().noneMatch(s -> s.code().equals(series))) {
            throw new Refused(Objection.of("outgoing.refusal.series").at("series"));
        }
        outgoings.choose(id, series, reserved);
    }

    /** Gives the number inside the step; one that the paper bears stands (promise 1). */
    NumberLine give(Row row, Actor by, Instant at) {
        if (row.number() != null) {
            return numbers.of(row.subject()).orElseThrow();
        }
        Revision text = signed.of(row).orElseThrow(() -> new Refused(Objection.of("outgoing.refusal.not-the-signed-text")));
        LocalDate signedOn = Objects.requireNonNull(row.signedOn(), "a signed text has its day");
        NumberLine line = row.reservedLine() != null
                ? numbers.giveReserved(row.reservedLine(), signedOn, row.subject(), row.draft().title(), by, at)
                : numbers.give(series(row), signedOn, row.subject(), row.draft().title(), by, at);
        outgoings.stamp(row.id(), "number = ?, number_line = ?, numbered_at = ?, numbered_by = ?, numbered_text = ?",
                line.text(), line.id(), at, by.id(), text.id());
        handlings.describe(row.subject(), cards.of(row.draft(), line.text(), row.ownerUnit()));
        events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.numbered", by.id(), at, Map.of("number", line.text(), "revision", text.no())));
        return line;
    }

    /**
     * Voids the number (编号作废): the line stays in the ledger with its reason, the paper takes another one when it comes to that step again.
     *
     * @param approver who approved it
     * @throws Refused without the right, without a number, or when the paper was sent
     */
    @Transactional
    public void voidNumber(long id, String reason, long approver, Actor by, Instant at) {
        places.of(id, by);
        Refused.unless(by.may("number.void"), "workflow.refusal.not-allowed");
        handlings.hold(OutgoingKind.ref(id));
        Row row = outgoings.lock(id);
        Refused.unless(row.number() != null, "outgoing.refusal.no-number");
        Refused.unless(lines.of(id).stream().noneMatch(DispatchLine::sent), "outgoing.refusal.sent-already");
        voidIt(row, reason, approver, by, at);
        handlings.describe(row.subject(), cards.of(row.draft(), null, row.ownerUnit()));
    }

    /** A paper that is void takes its number with it. */
    void voidIt(Row row, String reason, long approver, Actor by, Instant at) {
        numbers.voidNumber(Objects.requireNonNull(row.numberLine()), reason, approver, by, at);
        outgoings.stamp(row.id(), "number = null, number_line = null, numbered_at = null, numbered_by = null, numbered_text = null, series = null, reserved_line = null");
        events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.number-voided", by.id(), at,
                Map.of("number", Objects.requireNonNull(row.number()), "reason", reason, "approver", approver)));
    }

    private String series(Row row) {
        if (row.series() != null) {
            return row.series();
        }
        return suggested(row.draft()).stream().findFirst().map(Series::code)
                .orElseThrow(() -> new Refused(Objection.of("outgoing.refusal.no-series").at("series")));
    }

    private List<Series> suggested(Draft d) {
        String body = d.issuer() == null ? "" : organizations.byId(d.issuer()).map(Organizations.Organization::code).orElse("");
        return d.docType() == null || d.direction() == null
                ? List.of()
                : numbers.suggest(d.docType().name(), d.direction().name(), body, d.medium().name());
    }
}
