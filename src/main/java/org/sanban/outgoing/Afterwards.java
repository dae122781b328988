package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** What becomes of a paper that was sent: published, closed without some answers, recalled (撤回), corrected by another one (更正). */
@Service
public class Afterwards {

    private final Outgoings outgoings;
    private final DispatchRows lines;
    private final Places places;
    private final Delivery delivery;
    private final LineRules rules;
    private final SecrecyGate secrecy;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Afterwards(
            Outgoings outgoings, DispatchRows lines, Places places, Delivery delivery, LineRules rules, SecrecyGate secrecy, JdbcClient jdbc, ObjectMapper json,
            ApplicationEventPublisher events) {
        this.outgoings = outgoings;
        this.lines = lines;
        this.places = places;
        this.delivery = delivery;
        this.rules = rules;
        this.secrecy = secrecy;
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** Says why the paper is closed without these recipients' receipts (promise 6). */
    @Transactional
    public void waive(long id, List<String> names, String reason, Actor by, Instant at) {
        places.mineAt(id, by, "dispatch", "wire", "close");
        Row row = outgoings.lock(id);
        rules.refuseReason(row, reason, by, at);
        List<String> missing = lines.of(id).stream().filter(l -> l.sent() && l.acknowledgedAt() == null).map(DispatchLine::name).toList();
        List<String> waived = names.stream().filter(missing::contains).distinct().toList();
        if (waived.isEmpty()) {
            throw new Refused(Objection.of("outgoing.refusal.nobody-to-waive").at("names"));
        }
        jdbc.sql("update outgoing_document set missing_waived = cast(? as jsonb), waiver_reason = ? where id = ?")
                .params(json.writeValueAsString(waived), reason.strip(), id).update();
        tell(row, "outgoing.waived", by, at, Map.of("recipients", waived, "reason", reason.strip()));
    }

    /** Records where the paper was published (主动公开). */
    @Transactional
    public void publish(long id, String where, Actor by, Instant at) {
        places.mineAt(id, by, "publish", "dispatch", "wire", "close");
        Row row = outgoings.lock(id);
        if (where.isBlank() || where.length() > 500) {
            throw new Refused(Objection.of("outgoing.refusal.published-where").at("where"));
        }
        secrecy.refuseClassified(row.subject(), by, at, SecrecyGate.Field.text("where", where));
        Refused.unless(row.dispatchedAt() != null, "outgoing.refusal.not-sent");
        if (where.strip().equals(row.publishedWhere())) {
            return;
        }
        outgoings.stamp(id, "published_at = ?, published_by = ?, published_where = ?", at, by.id(), where.strip());
        tell(row, "outgoing.published", by, at, Map.of("where", where.strip()));
    }

    /**
     * Recalls what was sent (撤回). The number stands; what was delivered within the house is told on its incoming paper, which is
     * stopped where it is still under way.
     *
     * @throws Refused without the right to dispatch, without a reason, or when nothing was sent
     */
    @Transactional
    public void recall(long id, String reason, Actor by, Instant at) {
        places.of(id, by);
        Refused.unless(by.may("dispatch.create"), "workflow.refusal.not-allowed");
        Row row = outgoings.lock(id);
        rules.refuseReason(row, reason, by, at);
        Refused.unless(row.dispatchedAt() != null, "outgoing.refusal.not-sent");
        if (row.recalledAt() != null) {
            return;
        }
        outgoings.stamp(id, "recalled_at = ?, recalled_by = ?, recall_reason = ?", at, by.id(), reason.strip());
        lines.of(id).stream().filter(DispatchLine::sent).forEach(line -> delivery.recall(line, reason.strip(), by, at));
        lines.recalled(id, at);
        tell(row, "outgoing.recalled", by, at, Map.of("reason", reason.strip()));
    }

    /** Links the paper that corrects this one (更正); the actor sees both. */
    @Transactional
    public void correctedBy(long id, long correction, Actor by, Instant at) {
        places.of(id, by);
        Row row = outgoings.lock(id);
        Refused.unless(row.dispatchedAt() != null, "outgoing.refusal.not-sent");
        Refused.unless(by.may("dispatch.create") || row.drafter() == by.id(), "workflow.refusal.not-allowed");
        try {
            Refused.unless(correction != id, "outgoing.refusal.own-correction");
            places.of(correction, by);
        } catch (NotFound e) {
            throw new Refused(Objection.of("outgoing.refusal.no-such-paper").at("correction"));
        }
        outgoings.stamp(id, "corrected_by = ?", correction);
        tell(row, "outgoing.notice-of-correction", by, at, Map.of("by", correction));
    }

    private void tell(Row row, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new OutgoingChanged(row.subject(), what, by.id(), at, detail));
    }
}
