package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** Whether a rule may be published: it can be understood, says why, and lives up to its examples. */
final class RuleSoundness {

    private static final String ID = "[A-Z0-9][A-Z0-9-]{0,39}";

    private RuleSoundness() {}

    static List<Objection> objections(Rule rule) {
        List<Objection> objections = new ArrayList<>();
        if (!rule.id().matches(ID)) {
            objections.add(Objection.of("checks.objection.id", rule.id()).at("id"));
        }
        if (rule.text().zh().isBlank() || rule.text().en().isBlank()) {
            objections.add(Objection.of("checks.objection.text", rule.id()).at("text"));
        }
        if (rule.kind() == RuleKind.SUSPICION && rule.severity() != Severity.HINT) {
            objections.add(Objection.of("checks.objection.suspicion", rule.id()).at("severity"));
        }
        try {
            objections.addAll(examples(rule, RuleBook.of(List.of(rule))));
        } catch (Refused notUnderstood) {
            notUnderstood.objections().forEach(objection -> objections.add(objection.at("body")));
        }
        return List.copyOf(objections);
    }

    private static List<Objection> examples(Rule rule, RuleBook book) {
        if (rule.kind() == RuleKind.QUESTION || rule.kind() == RuleKind.SUSPICION) {
            return List.of();
        }
        List<Objection> objections = new ArrayList<>();
        if (rule.hits().isEmpty()) {
            objections.add(Objection.of("checks.objection.no-example", rule.id()).at("hits"));
        }
        for (int n = 0; n < rule.hits().size(); n++) {
            if (book.check(rule.hits().get(n)).isEmpty()) {
                objections.add(Objection.of("checks.objection.misses", rule.id(), n + 1).at("hits"));
            }
        }
        for (int n = 0; n < rule.misses().size(); n++) {
            List<Finding> found = book.check(rule.misses().get(n));
            if (!found.isEmpty()) {
                objections.add(Objection.of("checks.objection.hits", rule.id(), n + 1, found.getFirst().quote()).at("misses"));
            }
        }
        return objections;
    }
}
