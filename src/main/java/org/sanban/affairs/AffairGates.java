package org.sanban.affairs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.sanban.pages.Objection;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Effect;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must be there before a step of an affair is finished, and what finishing it does; named in {@code procedures/affair*.yaml}. */
@Configuration(proxyBeanMethods = false)
class AffairGates {

    record Check(String code, Function<Attempt, List<Objection>> looks) implements Gate {
        @Override
        public List<Objection> objections(Attempt attempt) {
            return looks.apply(attempt);
        }
    }

    record Deed(String code, BiConsumer<Affair, Attempt> does, AffairRows rows) implements Effect {
        @Override
        public void apply(Attempt attempt) {
            does.accept(rows.one(attempt.subject().id()), attempt);
        }
    }

    private final AffairRows rows;
    private final FeedbackRows feedback;
    private final AffairCards cards;
    private final AffairNumbering numbering;
    private final Categories categories;
    private final ObjectProvider<Handlings> handlings;
    private final ApplicationEventPublisher events;

    AffairGates(
            AffairRows rows, FeedbackRows feedback, AffairCards cards, AffairNumbering numbering, Categories categories, ObjectProvider<Handlings> handlings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.feedback = feedback;
        this.cards = cards;
        this.numbering = numbering;
        this.categories = categories;
        this.handlings = handlings;
        this.events = events;
    }

    @Bean
    Gate affairRegistered() {
        return check("affairs.registered", EntryRules::missing);
    }

    /** A proposal bears the number of the body that asks. */
    @Bean
    Gate affairOrigin() {
        return check("affairs.origin", a -> asked(a.originNo() != null, "affairs.refusal.origin", "originNo"));
    }

    @Bean
    Gate affairEntrusted() {
        return check("affairs.entrusted", a -> asked(a.leadUnit() != null || a.leadBody() != null, "affairs.refusal.lead", "leadUnit"));
    }

    /** A round of feedback with its evidence stands on it (promise 7). */
    @Bean
    Gate affairFeedback() {
        return check("affairs.feedback", a -> asked(feedback.waits(a.id(), a.rounds() + 1), "affairs.refusal.no-feedback", "evidence"));
    }

    @Bean
    Gate affairResult() {
        return check("affairs.result", a -> asked(a.result() != null, "affairs.refusal.result", "result"));
    }

    /** What was done first is written down afterwards (先办后补). */
    @Bean
    Gate affairAfterAction() {
        return check("affairs.after-action", a -> asked(a.lane() != Lane.URGENT_SPECIAL || a.afterAction() != null, "affairs.refusal.after-action", "afterAction"));
    }

    @Bean
    Gate affairAnswered() {
        return check("affairs.answered", a -> asked(a.answer().kind() != null && a.answer().on() != null, "affairs.refusal.answer", "answerClass"));
    }

    @Bean
    Gate affairAsked() {
        return check("affairs.asked", a -> asked(a.answer().satisfaction() != null, "affairs.refusal.satisfaction", "satisfaction"));
    }

    @Bean
    Gate affairMerged() {
        return check("affairs.merged", a -> asked(a.mergedInto() != null, "affairs.refusal.merge-into", "into"));
    }

    @Bean
    Effect affairNumber() {
        return new Deed("affairs.number", (a, at) -> {
            numbering.number(a.id(), at.by(), at.at());
            describe(a.id());
        }, rows);
    }

    /** The written report is due half an hour after the call was: both run from when it was learned of. */
    @Bean
    Effect affairWrittenLimit() {
        return new Deed("affairs.written-limit", (a, at) -> {
            if (a.due() != null) {
                rows.stamp(a.id(), Map.of("due_at", a.due().plus(Duration.ofMinutes(30))), at.at());
                describe(a.id());
            }
        }, rows);
    }

    @Bean
    Effect affairClosed() {
        return new Deed("affairs.closed", this::close, rows);
    }

    @Bean
    Effect affairServed() {
        return new Deed("affairs.served", this::close, rows);
    }

    /** Not satisfied: it begins anew with a new limit, and what was said of the first answer stays in the trail. */
    @Bean
    Effect affairAgain() {
        return new Deed("affairs.again", (a, at) -> {
            rows.stamp(a.id(), again(categories.proposed(categories.one(a.category()), a.lane(), at.at())), at.at());
            describe(a.id());
            events.publishEvent(new AffairChanged(a.ref(), "affair.again", at.by().id(), at.at(), Map.of("said", String.valueOf(a.answer().words()))));
        }, rows);
    }

    private static Map<String, Object> again(java.time.Instant due) {
        Map<String, Object> row = new java.util.LinkedHashMap<>();
        row.put("satisfaction", null);
        row.put("answer_class", null);
        row.put("answered_on", null);
        row.put("due_at", due);
        return row;
    }

    private void close(Affair a, Attempt at) {
        rows.stamp(a.id(), Map.of("closed_at", at.at()), at.at());
        events.publishEvent(new AffairChanged(a.ref(), "affair.closed", at.by().id(), at.at(), Map.of()));
    }

    private void describe(long id) {
        Affair now = rows.one(id);
        handlings.getObject().describe(now.ref(), cards.of(now));
    }

    private Gate check(String code, Function<Affair, List<Objection>> looks) {
        return new Check(code, attempt -> looks.apply(rows.one(attempt.subject().id())));
    }

    private static List<Objection> asked(boolean there, String code, String field) {
        return there ? List.of() : List.of(Objection.of(code).at(field));
    }
}
