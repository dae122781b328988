package org.sanban.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.sanban.pages.Objection;
import org.sanban.routing.Stage;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a paper must be before it goes on towards its signature. Each gate is named in {@code procedures/outgoing.yaml}. */
@Configuration(proxyBeanMethods = false)
class OutgoingGates {

    /** A gate that keeps the text from changing while it looks, and until the step is done. */
    record Check(String code, boolean overridable, Outgoings outgoings, BiFunction<Row, Attempt, List<Objection>> looks) implements Gate {
        @Override
        public List<Objection> objections(Attempt attempt) {
            return looks.apply(outgoings.lock(attempt.subject().id()), attempt);
        }
    }

    private final Outgoings outgoings;
    private final DraftRules rules;
    private final RoutingLook routing;
    private final CorrectionRows corrections;
    private final Countersigned countersigned;
    private final ReviewSheets sheets;
    private final SigningRights rights;
    private final Approvals approvals;
    private final StandingTexts texts;

    OutgoingGates(
            Outgoings outgoings, DraftRules rules, RoutingLook routing, CorrectionRows corrections, Countersigned countersigned, ReviewSheets sheets,
            SigningRights rights,
            Approvals approvals, StandingTexts texts) {
        this.outgoings = outgoings;
        this.rules = rules;
        this.routing = routing;
        this.corrections = corrections;
        this.countersigned = countersigned;
        this.sheets = sheets;
        this.rights = rights;
        this.approvals = approvals;
        this.texts = texts;
    }

    /** Every question of the first check (第一环节) answered with yes. */
    @Bean
    Gate outgoingFirstCheck() {
        return check("outgoing.first-check", (row, a) -> rules.unanswered(row.draft()));
    }

    /** Everything that a paper of its kind must have, and recipients that exist. */
    @Bean
    Gate outgoingElements() {
        return check("outgoing.elements", (row, a) -> rules.missing(row.draft()));
    }

    /** The rules of writing: what they block stops it, what they warn of takes a reason. */
    @Bean
    Gate outgoingRouting() {
        return check("outgoing.routing", (row, a) -> routing.objections(row, stage(a), a.at()));
    }

    private static Stage stage(Attempt a) {
        return switch (a.step()) {
            case "dispatch", "wire" -> Stage.DISPATCH;
            case "number" -> Stage.NUMBER;
            default -> a.to().equals("sign") || a.step().equals("sign") ? Stage.SIGN : Stage.SUBMIT;
        };
    }

    /** Whoever was asked to countersign has, for this text; bodies of a joint issue too. */
    @Bean
    Gate outgoingCountersigned() {
        return new Check("outgoing.countersigned", true, outgoings, (row, a) -> countersigned.missing(row));
    }

    /** The author has answered every correction that somebody else made. */
    @Bean
    Gate outgoingAnswers() {
        return check("outgoing.answers", (row, a) -> {
            List<Objection> open = new ArrayList<>();
            corrections.of(row.id()).stream().filter(Correction::open)
                    .forEach(c -> open.add(Objection.of("outgoing.refusal.answer-missing", c.was(), c.is()).at("answers[" + c.id() + "]")));
            return open.size() <= 1 ? open : List.of(Objection.of("outgoing.refusal.answers-missing", open.size()).at(Objects.requireNonNull(open.getFirst().field())));
        });
    }

    /** What the review sheet (核稿单) holds open. */
    @Bean
    Gate outgoingFocuses() {
        return new Check("outgoing.focuses", true, outgoings, (row, a) -> sheets.open(row));
    }

    /** Somebody signs who may: for upward and important papers the principal head (条例第二十二条). */
    @Bean
    Gate outgoingMaySign() {
        return check("outgoing.may-sign", (row, a) -> {
            long signer = Objects.requireNonNullElse(a.onBehalfOf(), a.by().id());
            if (a.onBehalfOf() != null && !SigningRights.mayForAnother(a.by())) {
                return List.of(Objection.of("outgoing.refusal.may-not-sign-for", a.by().name()));
            }
            String now = texts.of(row).sha256();
            boolean signed = rights.mayFully(row.draft(), signer) || approvals.living(row.id()).stream()
                    .anyMatch(p -> p.signs() && p.sha256().equals(now) && p.person() != null && rights.mayFully(row.draft(), p.person()));
            String code = rights.principalOnly(row.draft()) ? "outgoing.refusal.principal-signs" : "outgoing.refusal.may-not-sign";
            return signed ? List.of() : List.of(Objection.of(code, rights.names(row.draft())));
        });
    }

    private Gate check(String code, BiFunction<Row, Attempt, List<Objection>> looks) {
        return new Check(code, false, outgoings, looks);
    }
}
