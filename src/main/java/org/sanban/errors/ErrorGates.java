package org.sanban.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must be known of an error before it goes on. Each is named in {@code procedures/error.yaml}. */
@Configuration(proxyBeanMethods = false)
class ErrorGates {

    private record Asked(String code, ErrorRows rows, BiFunction<ErrorRecord, Attempt, List<Objection>> looks) implements Gate {
        @Override
        public List<Objection> objections(Attempt attempt) {
            return looks.apply(rows.lock(attempt.subject().id()), attempt);
        }
    }

    private final ErrorRows rows;
    private final PersonRows persons;
    private final ObjectProvider<Actions> actions;
    private final ObjectProvider<Verifying> verifying;
    private final ObjectProvider<Explaining> explaining;

    ErrorGates(
            ErrorRows rows, PersonRows persons, ObjectProvider<Actions> actions, ObjectProvider<Verifying> verifying, ObjectProvider<Explaining> explaining) {
        this.rows = rows;
        this.persons = persons;
        this.actions = actions;
        this.verifying = verifying;
        this.explaining = explaining;
    }

    /** Kind, type, severity by effect, where it was made and where it was found. */
    @Bean
    Gate errorsClassified() {
        return gate("errors.classified", (e, a) -> {
            List<Objection> gaps = new ArrayList<>();
            unless(e.nature().kind() != null, "errors.gap.kind", "kind", gaps);
            unless(e.nature().type() != null, "errors.gap.type", "type", gaps);
            unless(e.nature().severity() != null, "errors.gap.severity", "severity", gaps);
            unless(e.found().madeAt() != null, "errors.gap.made-at", "madeAt", gaps);
            unless(e.found().madeStep() != null, "errors.gap.made-step", "madeStep", gaps);
            unless(e.found().step() != null, "errors.gap.found-step", "foundStep", gaps);
            unless(e.found().unit() != null, "errors.gap.unit", "unit", gaps);
            return gaps;
        });
    }

    /** The role is said, and whoever is named was heard first. */
    @Bean
    Gate errorsResponsibility() {
        return gate("errors.responsibility", (e, a) -> {
            List<Objection> gaps = new ArrayList<>();
            unless(e.found().role() != null, "errors.gap.role", "role", gaps);
            unless(persons.unheard(e.id()) == 0, "errors.gap.heard", "restricted", gaps);
            return gaps;
        });
    }

    /** One cause at least, and one answer to why. */
    @Bean
    Gate errorsAnalysed() {
        return gate("errors.analysed", (e, a) -> {
            List<Objection> gaps = new ArrayList<>();
            unless(!e.cause().codes().isEmpty(), "errors.gap.causes", "causes", gaps);
            unless(!e.cause().whys().isEmpty(), "errors.gap.whys", "why1", gaps);
            return gaps;
        });
    }

    /** It was mended, and whatever was agreed on is done: from S2 on a corrective action, from S3 on a preventive one as well. */
    @Bean
    Gate errorsCorrected() {
        return gate("errors.corrected", (e, a) -> {
            List<Actions.Action> all = actions.getObject().of(e.id());
            String grade = e.nature().severity() == null ? "S0" : e.nature().severity();
            List<Objection> gaps = new ArrayList<>();
            unless(e.correction().done(), "errors.gap.correction", "correction", gaps);
            unless(all.stream().noneMatch(Actions.Action::open), "errors.gap.actions-open", "actions", gaps);
            unless(grade.compareTo("S2") < 0 || done(all, Actions.Nature.CORRECTIVE), "errors.gap.corrective", "what", gaps);
            unless(grade.compareTo("S3") < 0 || done(all, Actions.Nature.PREVENTIVE), "errors.gap.preventive", "what", gaps);
            return gaps;
        });
    }

    private static boolean done(List<Actions.Action> all, Actions.Nature nature) {
        return all.stream().anyMatch(a -> a.nature() == nature && a.done() != null);
    }

    /** It was mended at once: enough for a near miss. */
    @Bean
    Gate errorsMended() {
        return gate("errors.mended", (e, a) -> e.correction().done() ? List.of() : List.of(Objection.of("errors.gap.correction").at("correction")));
    }

    /** Somebody apart from those responsible has looked, since it was last corrected, and it holds. */
    @Bean
    Gate errorsVerified() {
        return gate("errors.verified", (e, a) -> {
            if (!verifying.getObject().apart(e.id(), a.by(), a.at())) {
                return List.of(Objection.of("errors.refusal.verifier"));
            }
            List<Verifying.Verification> looks = verifying.getObject().of(e.id());
            return !looks.isEmpty() && looks.getLast().effective() ? List.of() : List.of(Objection.of("errors.gap.verification").at("method"));
        });
    }

    @Bean
    Gate errorsExplained() {
        return gate("errors.explained", (e, a) -> explaining.getObject().of(e.id()).filter(x -> x.heldAt() != null).isPresent()
                ? List.of() : List.of(Objection.of("errors.gap.explanation").at("meeting")));
    }

    @Bean
    Gate errorsInCasebook() {
        return gate("errors.in-casebook", (e, a) -> e.lesson().casebook() != null ? List.of() : List.of(Objection.of("errors.gap.casebook").at("casebook")));
    }

    @Bean
    Gate errorsRule() {
        return gate("errors.rule", (e, a) -> e.lesson().rule() != null ? List.of() : List.of(Objection.of("errors.gap.rule").at("rule")));
    }

    private Gate gate(String code, BiFunction<ErrorRecord, Attempt, List<Objection>> looks) {
        return new Asked(code, rows, looks);
    }

    private static void unless(boolean so, String code, String field, List<Objection> gaps) {
        if (!so) {
            gaps.add(Objection.of(code).at(field));
        }
    }
}
