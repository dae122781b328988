package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.Paper;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts of outgoing papers (起草): begun from nothing, as an answer, or for another body; saved while somebody types. Where the
 * paper goes from there is the engine's.
 */
@Service
public class Drafts {

    /** What a save answers: the version that the next one must name. */
    public record Saved(int version, Instant at, Lease lease) {}

    private final Outgoings outgoings;
    private final Places places;
    private final OutgoingCards cards;
    private final DraftLimits limits;
    private final Leases leases;
    private final IncomingReading incoming;
    private final Directory directory;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    Drafts(
            Outgoings outgoings, Places places, OutgoingCards cards, DraftLimits limits, Leases leases, IncomingReading incoming,
            Directory directory, SecrecyGate secrecy, Handlings handlings, ApplicationEventPublisher events) {
        this.outgoings = outgoings;
        this.places = places;
        this.cards = cards;
        this.limits = limits;
        this.leases = leases;
        this.incoming = incoming;
        this.directory = directory;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.events = events;
    }

    /**
     * Begins a paper and lays it before {@code by}. The same request again answers the same paper.
     *
     * @param draft as far as it is known; one that answers an incoming paper names it, and {@code by} must see that one
     * @return its id
     * @throws Refused when something in it cannot be, or bears a mark of secrecy; nothing is kept then
     */
    @Transactional
    public long begin(Draft draft, Actor by, Instant at, String requestId) {
        Optional<Row> before = outgoings.byRequest(requestId);
        if (before.isPresent()) {
            Refused.unless(before.get().drafter() == by.id(), "outgoing.refusal.request-used");
            return before.get().id();
        }
        Refused.unless(!requestId.isBlank() && requestId.length() <= 100, "workflow.refusal.request-id");
        refuse(0, draft, by, at);
        linked(draft.answersIncoming(), "answersIncoming", by);
        linked(draft.forwardsIncoming(), "forwardsIncoming", by);
        long unit = directory.person(by.id()).map(Directory.Entry::unit).orElse(0L);
        long id = outgoings.insert(draft, by.id(), unit, requestId, at);
        events.publishEvent(new OutgoingChanged(OutgoingKind.ref(id), "outgoing.begun", by.id(), at, begun(draft)));
        handlings.start(OutgoingKind.ref(id), OutgoingKind.PROCEDURE, cards.of(draft, null, unit), List.of(), by, at, requestId);
        return id;
    }

    /** What an answer begins with: its type, to whom, and the paper that it answers (批复、复函). */
    @Transactional(readOnly = true)
    public Draft answerTo(long incomingId, Actor by) {
        Paper paper = incoming.one(incomingId, by);
        boolean request = paper.particulars().docType() == DocType.REQUEST;
        Draft.Recipient sender = new Draft.Recipient(paper.particulars().senderName(), paper.particulars().senderId(), null);
        return new Draft(
                request ? DocType.REPLY : DocType.LETTER,
                request ? Direction.DOWN : Direction.LATERAL,
                paper.particulars().medium(), null, List.of(), "", List.of(sender), List.of(), "", List.of(), List.of(), List.of(), "", null, "",
                paper.particulars().urgency(), paper.particulars().secrecy(), false, false, null, incomingId, null,
                false, false, false, "", paper.particulars().askedBy(), null, Map.of());
    }

    /**
     * Saves the text (自动保存). Takes the pen where nobody holds it.
     *
     * @param version the one that was read, or that the last save answered
     * @throws Stale when somebody else wrote meanwhile or holds the pen; nothing is overwritten
     * @throws Refused when the paper does not lie before {@code by} at a step that writes
     */
    @Transactional
    public Saved save(long id, int version, String window, Draft draft, Actor by, Instant at) {
        places.of(id, by);
        Leases.refuseUnfit(window);
        handlings.hold(OutgoingKind.ref(id));
        Row row = outgoings.lock(id);
        places.writing(id, by);
        if (row.textVersion() != version || (row.leasedAt(at) && !row.leasedTo(by.id(), window, at))) {
            throw new Stale();
        }
        Refused.unless(row.dispatchedAt() == null, "outgoing.refusal.sent-already");
        refuse(id, draft, by, at);
        Lease lease = leases.give(row, window, by, at);
        if (draft.equals(row.draft())) {
            return new Saved(version, row.writtenAt(), lease);
        }
        if (!Objects.equals(draft.answersIncoming(), row.draft().answersIncoming())) {
            linked(draft.answersIncoming(), "answersIncoming", by);
        }
        if (!Objects.equals(draft.forwardsIncoming(), row.draft().forwardsIncoming())) {
            linked(draft.forwardsIncoming(), "forwardsIncoming", by);
        }
        outgoings.write(id, draft, by.id(), at);
        handlings.describe(row.subject(), cards.of(draft, row.number(), row.ownerUnit()));
        return new Saved(version + 1, at, lease);
    }

    private void refuse(long id, Draft draft, Actor by, Instant at) {
        secrecy.refuseClassified(OutgoingKind.ref(id), by, at, DraftLimits.texts(draft));
        List<Objection> wrong = limits.objections(id, draft);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** A paper that is answered or passed on is one that the writer sees. */
    private void linked(@Nullable Long paper, String field, Actor by) {
        if (paper == null) {
            return;
        }
        try {
            incoming.one(paper, by);
        } catch (NotFound e) {
            throw new Refused(Objection.of("outgoing.refusal.no-such-incoming").at(field));
        }
    }

    private static Map<String, Object> begun(Draft draft) {
        return draft.answersIncoming() == null ? Map.of() : Map.of("answers", draft.answersIncoming());
    }
}
