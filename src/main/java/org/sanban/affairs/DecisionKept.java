package org.sanban.affairs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Proposed;
import org.sanban.meetings.DecisionAssigned;
import org.sanban.workflow.Moved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the minutes say of a decision stays beside the affair that came of it. Where the affair goes to those who handle it with other words, another
 * lead or a later day, a distorted decision (议定事项失准) is proposed as an error.
 */
@Component
class DecisionKept {

    /** As the minutes print it. */
    record Decided(String words, @Nullable Long leadUnit, @Nullable Long leadBody, Instant due) {}

    private final AffairRows rows;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    DecisionKept(AffairRows rows, JdbcClient jdbc, MessageSource messages, ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.messages = messages;
        this.events = events;
    }

    void keep(long affair, DecisionAssigned given) {
        jdbc.sql("insert into affair_decision (affair_id, decision_id, words, lead_unit, lead_body, due_at) values (?, ?, ?, cast(? as bigint), cast(? as bigint), ?) on conflict do nothing")
                .params(affair, given.decision(), given.text(), given.lead().unit(), given.lead().organization(), Timestamp.from(given.due())).update();
    }

    Optional<Decided> of(long affair) {
        return jdbc.sql("select words, lead_unit, lead_body, due_at from affair_decision where affair_id = ?").param(affair)
                .query((row, n) -> new Decided(row.getString(1), row.getObject(2, Long.class), row.getObject(3, Long.class), row.getTimestamp(4).toInstant())).optional();
    }

    /** Does the affair still say what was decided? Blanks do not count. */
    static boolean says(Affair a, Decided decided) {
        return bare(decided.words()).equals(bare(Objects.requireNonNullElse(a.instruction(), "")));
    }

    private static String bare(String words) {
        return words.replaceAll("[\\s\\p{Z}]+", "");
    }

    @EventListener
    void on(Moved moved) {
        if (moved.subject().kind().equals(AffairKind.KIND) && moved.kind().equals("COMPLETE") && "entrust".equals(moved.fromStep())) {
            of(moved.subject().id()).ifPresent(decided -> compare(rows.one(moved.subject().id()), decided, moved.at()));
        }
    }

    private void compare(Affair a, Decided decided, Instant at) {
        if (!says(a, decided)) {
            propose(a, "words", "WRONG", "E-AF-01", decided.words(), at, decided.words(), String.valueOf(a.instruction()));
        }
        boolean other = decided.leadBody() != null ? !decided.leadBody().equals(a.leadBody()) : decided.leadUnit() != null && !decided.leadUnit().equals(a.leadUnit());
        if (other) {
            propose(a, "lead", "WRONG", "E-AF-03", null, at, decided.words());
        }
        if (a.due() != null && a.due().isAfter(decided.due())) {
            propose(a, "later", "WRONG", "E-AF-01", null, at, decided.words());
        }
    }

    private void propose(Affair a, String sort, String kind, String type, @Nullable String shouldBe, Instant at, Object... args) {
        String words = messages.getMessage("affairs.proposal.decision-" + sort, args, Locale.SIMPLIFIED_CHINESE);
        events.publishEvent(Proposed.of(Proposed.Origin.AFFAIR, a.ref(), "affair-decision/" + a.id() + "/" + sort, words, at)
                .sort("decision-" + sort).made("register", null).found("entrust").in(a.ownerUnit()).as(kind, type).instead(shouldBe));
    }
}
