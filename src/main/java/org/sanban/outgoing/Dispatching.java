package org.sanban.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Dispatch (核发): a line a recipient, sent once, acknowledged; what was signed and nothing else. */
@Service
public class Dispatching {

    /**
     * A line to be added.
     *
     * @param collective the collective name that it was spread from, or null
     * @param picked one of several from whom the sender picks: without copies it is left out
     */
    public record NewLine(
            DispatchLine.Kind kind, String name, @Nullable Long organization, @Nullable Long unit, int copies, DispatchLine.Channel channel,
            @Nullable String collective, boolean picked) {

        public NewLine(DispatchLine.Kind kind, String name, @Nullable Long organization, @Nullable Long unit, int copies, DispatchLine.Channel channel) {
            this(kind, name, organization, unit, copies, channel, null, false);
        }

        /** The same line with other copies by another channel. */
        public NewLine with(int copies, DispatchLine.Channel channel) {
            return new NewLine(kind, name, organization, unit, copies, channel, collective, picked);
        }

        public boolean leftOut() {
            return picked && copies == 0;
        }
    }

    private static final String[] STEPS = {"number", "typeset", "proofread", "seal", "dispatch", "wire"};

    private final Outgoings outgoings;
    private final DispatchRows rows;
    private final Places places;
    private final LineRules rules;
    private final Delivery delivery;
    private final Signed signed;
    private final OutgoingRules office;
    private final Seals seals;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    Dispatching(
            Outgoings outgoings, DispatchRows rows, Places places, LineRules rules, Delivery delivery, Signed signed, OutgoingRules office,
            Seals seals, SecrecyGate secrecy, Handlings handlings, ApplicationEventPublisher events) {
        this.outgoings = outgoings;
        this.rows = rows;
        this.places = places;
        this.rules = rules;
        this.delivery = delivery;
        this.signed = signed;
        this.office = office;
        this.seals = seals;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.events = events;
    }

    /** The lines in order, for whoever sees the paper. */
    @Transactional(readOnly = true)
    public List<DispatchLine> of(long id, Actor by) {
        places.of(id, by);
        return rows.of(id);
    }

    /** Copies of all lines that stand. */
    @Transactional(readOnly = true)
    public int copies(long id, Actor by) {
        return of(id, by).stream().filter(DispatchLine::stands).mapToInt(DispatchLine::copies).sum();
    }

    /** Lines for the recipients that have none yet, as the paper names them; collective names are spread. */
    @Transactional(readOnly = true)
    public List<NewLine> proposed(long id, Actor by) {
        places.of(id, by);
        Row row = outgoings.one(id);
        List<DispatchLine> there = rows.of(id);
        return rules.named(row.draft()).filter(line -> there.stream().noneMatch(l -> l.name().equals(line.name())))
                .filter(line -> !line.picked() || there.stream().noneMatch(l -> Objects.equals(l.collective(), line.collective()))).toList();
    }

    /** Adds a line, once for each request. */
    @Transactional
    public void add(long id, NewLine line, Actor by, Instant at, String requestId) {
        places.mineAt(id, by, STEPS);
        Row row = outgoings.lock(id);
        rules.refuseWrong(line);
        secrecy.refuseClassified(row.subject(), by, at, SecrecyGate.Field.label("name", line.name()));
        if (rows.of(id).size() >= 2_000) {
            throw new Refused(Objection.of("outgoing.refusal.too-many", 2_001, 2_000));
        }
        rows.add(id, line, requestId);
        tell(row, "outgoing.line-added", by, at, Map.of("to", line.name(), "copies", line.copies(), "channel", line.channel().name()));
    }

    /**
     * Sends the lines that stand and are not sent yet (分发). What goes to this deployment becomes an incoming paper at once.
     *
     * @param only ids of lines, all where empty
     * @throws Refused unless the paper is, to the last character, the signed text, with number and seal
     */
    @Transactional
    public void send(long id, List<Long> only, Actor by, Instant at) {
        places.of(id, by);
        handlings.hold(OutgoingKind.ref(id));
        Row row = outgoings.lock(id);
        places.mineAt(id, by, "dispatch", "wire");
        Revision text = signed.of(row).orElseThrow(() -> new Refused(Objection.of("outgoing.refusal.not-the-signed-text")));
        Refused.unless(row.number() != null, "outgoing.refusal.no-number");
        Refused.unless(row.recalledAt() == null, "outgoing.refusal.recalled");
        Refused.unless(!office.sealed(row.draft()) || !seals.ofText(row).isEmpty(), "outgoing.refusal.no-seal");
        List<DispatchLine> due = rows.of(id).stream().filter(l -> l.stands() && !l.sent()).filter(l -> only.isEmpty() || only.contains(l.id())).toList();
        for (DispatchLine line : due) {
            rules.refuseGone(line);
            Long incoming = delivery.deliver(row, text, line, at);
            rows.sent(line.id(), by.id(), incoming, at);
        }
        if (!due.isEmpty()) {
            outgoings.stamp(id, "dispatched_at = coalesce(dispatched_at, ?), dispatched_by = coalesce(dispatched_by, ?), dispatched_text = coalesce(dispatched_text, ?)",
                    at, by.id(), text.id());
            tell(row, "outgoing.sent", by, at, Map.of("to", due.stream().map(DispatchLine::name).toList(), "sha256", text.sha256()));
        }
    }

    /** Takes a line out (撤下) that was not sent, with the reason. */
    @Transactional
    public void strike(long id, long line, String reason, Actor by, Instant at) {
        places.mineAt(id, by, STEPS);
        Row row = outgoings.lock(id);
        DispatchLine known = one(id, line);
        rules.refuseReason(row, reason, by, at);
        Refused.unless(!known.sent(), "outgoing.refusal.sent-already");
        if (known.stands()) {
            rows.strike(line, reason.strip(), by.id(), at);
            tell(row, "outgoing.line-struck", by, at, Map.of("to", known.name(), "reason", reason.strip()));
        }
    }

    /** Writes down that a recipient acknowledged. */
    @Transactional
    public void acknowledge(long id, long line, String who, Actor by, Instant at) {
        places.mineAt(id, by, "dispatch", "wire", "publish", "close");
        Row row = outgoings.lock(id);
        DispatchLine known = one(id, line);
        List<Objection> wrong = new ArrayList<>();
        DraftLimits.text(who, "who", DraftLimits.NAME, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        Refused.unless(known.sent(), "outgoing.refusal.not-sent");
        if (rows.acknowledged(line, who.strip(), at)) {
            tell(row, "outgoing.acknowledged", by, at, Map.of("by", known.name()));
        }
    }

    DispatchLine one(long id, long line) {
        return rows.of(id).stream().filter(l -> l.id() == line).findFirst().orElseThrow(NotFound::new);
    }

    private void tell(Row row, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new OutgoingChanged(row.subject(), what, by.id(), at, detail));
    }
}
