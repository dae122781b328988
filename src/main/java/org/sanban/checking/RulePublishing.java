package org.sanban.checking;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.RuleKind;
import org.sanban.checks.Severity;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the one responsible for the rules decides: which run, how severely, and which only make noise. */
@Service
@Transactional
public class RulePublishing {

    private final RuleRows rows;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RulePublishing(RuleRows rows, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Lets the newest edition run from now on. Again changes nothing. @throws Refused unless it was tried and lives up to its examples */
    public void publish(long id, Actor by, Instant at) {
        OfficeRule rule = rows.lock(id);
        if (rule.state() == OfficeRule.State.PUBLISHED) {
            return;
        }
        Refused.unless(rule.state() != OfficeRule.State.DRAFT, "checking.refusal.try-first", rule.code());
        List<Objection> wrong = rule.rule().objections();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        rows.set(id, "state = 'PUBLISHED', running = edition, published_by = :by, published_at = :at, note = null, retired_at = null", Map.of("by", by.id(), "at", at));
        changed(rule, "published", by, at, Map.of("edition", rule.edition()));
    }

    /** It runs no more and stays on record with the reason. */
    public void retire(long id, String reason, Actor by, Instant at) {
        OfficeRule rule = rows.lock(id);
        String said = Judging.words(reason, "reason", true);
        Refused.unless(rule.state() != OfficeRule.State.RETIRED, "checking.refusal.retired-already", rule.code());
        rows.set(id, "state = 'RETIRED', running = null, note = :note, retired_at = :at", Map.of("note", said, "at", at));
        changed(rule, "retired", by, at, Map.of("reason", said));
    }

    /** Switches a rule off for this office, or on again; an upgrade leaves that as it is. */
    public void switchOff(long id, boolean off, String reason, Actor by, Instant at) {
        OfficeRule rule = rows.lock(id);
        String said = Judging.words(reason, "reason", off);
        if (rule.off() == off) {
            return;
        }
        rows.set(id, "off = :off, note = :note", Map.of("off", off, "note", said));
        changed(rule, off ? "switched-off" : "switched-on", by, at, Map.of("reason", said));
    }

    /** @param own null for the severity that stands in the rule */
    public void weigh(long id, @Nullable Severity own, Actor by, Instant at) {
        OfficeRule rule = rows.lock(id);
        Refused.unless(rule.rule().kind() != RuleKind.SUSPICION || own == null || own == Severity.HINT, "checks.objection.suspicion", rule.code());
        Map<String, Object> values = new HashMap<>();
        values.put("own", own == null || own == rule.rule().severity() ? null : own.name());
        rows.set(id, "own_severity = cast(:own as text)", values);
        changed(rule, "severity", by, at, Map.of("severity", own == null ? rule.rule().severity().name() : own.name()));
    }

    /**
     * The error from which a rule was made happened again although the rule ran; told by the register of errors.
     *
     * @param words how people call the new error
     */
    public void cameBack(SubjectRef origin, SubjectRef again, String words, Actor by, Instant at) {
        for (OfficeRule rule : rows.byOrigin(origin)) {
            int added = jdbc.sql("""
                            insert into check_recurrence (rule_id, subject_kind, subject_id, words, told_by, at) values (?, ?, ?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(rule.id(), again.kind(), again.id(), words, by.id(), java.sql.Timestamp.from(at)).update();
            if (added > 0) {
                events.publishEvent(RuleChanged.of(rule, "came-back", by.id(), at, Map.of("code", rule.code(), "error", words)));
            }
        }
    }

    private void changed(OfficeRule rule, String what, Actor by, Instant at, Map<String, ?> detail) {
        rows.countUp();
        Map<String, Object> all = new HashMap<>(detail);
        all.put("code", rule.code());
        events.publishEvent(RuleChanged.of(rule, what, by.id(), at, all));
    }
}
