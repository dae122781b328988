package org.sanban.checks;

import java.util.List;
import java.util.Set;
import org.sanban.pages.Objection;

/**
 * A rule of checking (检查规则).
 *
 * @param id capital letters, digits and dashes, at most 40; unique in a book
 * @param steps codes of the steps at whose gate it matters; empty for every gate that looks at checks
 * @param text why it is wrong; of a question, the question
 * @param basis the standard, regulation or custom it stands on; empty for none
 * @param hits papers it must find something in, at least one but for questions and suspicions
 * @param misses papers it must find nothing in
 * @param origin where the rule comes from, free text: {@code shipped}, the number of an error
 */
public record Rule(
        String id, RuleBody body, Severity severity, Set<String> steps, Scope scope, Wording text, String basis,
        List<CheckedPaper> hits, List<CheckedPaper> misses, String origin) {

    public Rule {
        steps = Set.copyOf(steps);
        hits = List.copyOf(hits);
        misses = List.copyOf(misses);
    }

    public RuleKind kind() {
        return body.kind();
    }

    /**
     * What keeps it from being published: a body that cannot be understood, an example it does not live up to. Codes
     * {@code checks.objection.*}; field {@code id}, {@code severity}, {@code text}, {@code hits}, {@code misses} or {@code body}. Empty when it is sound.
     */
    public List<Objection> objections() {
        return RuleSoundness.objections(this);
    }

    public Rule withExamples(List<CheckedPaper> hits, List<CheckedPaper> misses) {
        return new Rule(id, body, severity, steps, scope, text, basis, hits, misses, origin);
    }

    public Rule withId(String id) {
        return new Rule(id, body, severity, steps, scope, text, basis, hits, misses, origin);
    }

    public Rule withSeverity(Severity severity) {
        return new Rule(id, body, severity, steps, scope, text, basis, hits, misses, origin);
    }
}
