package org.sanban.routing;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of writing (行文规则) applied to a paper. Knows no database and no clock; safe for use by many at once. */
public final class Routing {

    private static final List<Rule> RULES =
            Stream.of(UpwardRules.ALL, RelationRules.ALL, ApprovalRules.ALL, ElementRules.ALL, ConsistencyRules.ALL, TextRules.ALL)
                    .flatMap(List::stream)
                    .sorted((a, b) -> a.id().compareTo(b.id()))
                    .toList();

    private final Map<String, Terms> book;

    private Routing(Map<String, Terms> book) {
        this.book = book;
    }

    /**
     * @param shipped the file {@code rules/routing.yaml}
     * @param changed what the office sets differently, in the same form; null for nothing
     * @throws IllegalStateException if a rule has no terms, or terms are set for a rule that is not known
     */
    public static Routing read(InputStream shipped, @Nullable InputStream changed) {
        Map<String, Terms> book = RuleBook.read(shipped, changed);
        List<String> known = ids();
        if (!book.keySet().containsAll(known) || !known.containsAll(book.keySet())) {
            throw new IllegalStateException("rules of writing: the program knows " + known + ", the file " + book.keySet());
        }
        return new Routing(book);
    }

    /** Numbers of all rules, in order. */
    public static List<String> ids() {
        return RULES.stream().map(Rule::id).toList();
    }

    /** Everything that is wrong with the paper at that stage, in the order of the rules. */
    public List<Finding> look(OutgoingFacts facts, Stage at) {
        return RULES.stream().flatMap(rule -> look(rule, facts, at)).toList();
    }

    private Stream<Finding> look(Rule rule, OutgoingFacts facts, Stage at) {
        Terms terms = book.get(rule.id());
        if (!terms.concern(facts.kind(), at)) {
            return Stream.of();
        }
        return rule.policy().look(facts, terms).stream()
                .filter(flaw -> terms.concern(flaw, at))
                .map(flaw -> finding(rule, flaw, terms, facts));
    }

    private static Finding finding(Rule rule, Flaw flaw, Terms terms, OutgoingFacts facts) {
        Severity severity = terms.weigh(flaw, facts.kind().type());
        return new Finding(rule.id(), severity, flaw.kind(), flaw.field(), flaw.span(), flaw.args());
    }
}
