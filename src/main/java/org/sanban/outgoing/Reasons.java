package org.sanban.outgoing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Why a warning of the rules of writing does not stand in the way of a paper (说明理由); kept with the revision frozen next. */
@Service
public class Reasons {

    /** Differences between those consulted were ruled upon by a superior (协调裁定). */
    public static final String ARBITRATION = "ARBITRATION";

    private final JdbcClient jdbc;
    private final Places places;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Reasons(JdbcClient jdbc, Places places, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.places = places;
        this.secrecy = secrecy;
        this.events = events;
    }

    /**
     * Gives a reason, or another one.
     *
     * @param rule number of the rule, e.g. {@code R-07}, or {@link #ARBITRATION}
     * @throws Refused unless the paper lies before {@code by}, or without words
     */
    @Transactional
    public void give(long id, String rule, String reason, Actor by, Instant at) {
        places.of(id, by);
        Refused.unless(places.of(id, by).task() != null, "outgoing.refusal.not-before-you");
        List<Objection> wrong = new ArrayList<>();
        if (!rule.matches("R-\\d{2}|" + ARBITRATION)) {
            wrong.add(Objection.of("outgoing.refusal.unknown-rule").at("rule"));
        }
        if (reason.isBlank()) {
            wrong.add(Objection.of("outgoing.refusal.reason-missing").at("reason"));
        }
        DraftLimits.text(reason, "reason", DraftLimits.NOTE, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(OutgoingKind.ref(id), by, at, SecrecyGate.Field.text("reason", reason));
        if (reason.strip().equals(of(id).get(rule))) {
            return;
        }
        jdbc.sql("insert into outgoing_reason (document_id, rule, reason, by_person, at) values (?, ?, ?, ?, ?)")
                .params(id, rule, reason.strip(), by.id(), Timestamp.from(at)).update();
        events.publishEvent(new OutgoingChanged(OutgoingKind.ref(id), "outgoing.reason-given", by.id(), at, Map.of("rule", rule, "reason", reason.strip())));
    }

    /** The latest reason a rule. */
    Map<String, String> of(long id) {
        Map<String, String> reasons = new LinkedHashMap<>();
        jdbc.sql("select rule, reason from outgoing_reason where document_id = ? order by id").param(id)
                .query(row -> {
                    reasons.put(row.getString(1), row.getString(2));
                });
        return reasons;
    }
}
