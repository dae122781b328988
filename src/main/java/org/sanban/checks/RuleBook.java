package org.sanban.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** Rules that are in force, compiled (规则库). Immutable, safe for use by many at once; make a new one when a rule changes. */
public final class RuleBook {

    /** A rule ready to look; a question never looks. */
    private record Compiled(Rule rule, Optional<Look> look) {}

    private final Map<String, Compiled> rules;
    private final Familiar familiar;

    private RuleBook(Map<String, Compiled> rules, Familiar familiar) {
        this.rules = rules;
        this.familiar = familiar;
    }

    /** @throws Refused with {@code checks.objection.body} or {@code .twice} if a rule cannot be understood or its id stands twice */
    public static RuleBook of(Collection<Rule> rules) {
        return of(rules, Familiar.NOTHING);
    }

    /** @param familiar words that are not suspicious here, learned from signed papers */
    public static RuleBook of(Collection<Rule> rules, Familiar familiar) {
        Map<String, Compiled> compiled = new LinkedHashMap<>();
        for (Rule rule : rules) {
            Compiled ready = new Compiled(rule, compile(rule, familiar));
            Refused.unless(compiled.put(rule.id(), ready) == null, "checks.objection.twice", rule.id());
        }
        return new RuleBook(compiled, familiar);
    }

    private static Optional<Look> compile(Rule rule, Familiar familiar) {
        try {
            return Looks.of(rule.body(), familiar);
        } catch (IllegalArgumentException notUnderstood) {
            throw new Refused(Objection.of("checks.objection.body", rule.id(), String.valueOf(notUnderstood.getMessage())));
        }
    }

    /** The rules the product comes with, from {@code rules/checks/*.yaml}. */
    public static List<Rule> shipped() {
        return ShippedRules.all();
    }

    /** Names of the structural checks a rule can be made of, in order. */
    public static Set<String> structuralChecks() {
        Set<String> names = new TreeSet<>();
        Looks.structural().forEach(names::add);
        return names;
    }

    /** In the order they were given. */
    public List<Rule> rules() {
        return rules.values().stream().map(Compiled::rule).toList();
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id)).map(Compiled::rule);
    }

    /** The same without rules of that kind: what runs at every key stroke may do without suspicion. */
    public RuleBook without(RuleKind kind) {
        Map<String, Compiled> left = new LinkedHashMap<>(rules);
        left.values().removeIf(rule -> rule.rule().kind() == kind);
        return new RuleBook(left, familiar);
    }

    /**
     * Everything the rules find in the paper, in the order of the texts and of the places in them. A pattern that takes too long is given
     * up and says so ({@code checks.pattern.too-slow}). Where a suspicion falls on the place of another finding it is left out.
     */
    public List<Finding> check(CheckedPaper paper) {
        List<Compiled> concerned = rules.values().stream()
                .filter(rule -> rule.look().isPresent() && rule.rule().scope().concerns(paper)).toList();
        List<Finding> findings = new ArrayList<>();
        Fingerprints fingerprints = new Fingerprints();
        for (PaperText text : paper.texts()) {
            List<Finding> here = new ArrayList<>();
            for (Compiled rule : concerned) {
                if (rule.rule().scope().concerns(text)) {
                    rule.look().orElseThrow().look(paper, text).forEach(flaw -> here.add(finding(rule.rule(), text, flaw, fingerprints)));
                }
            }
            here.removeIf(one -> one.kind() == RuleKind.SUSPICION && here.stream().anyMatch(other -> explains(other, one)));
            here.sort(Comparator.comparing(Finding::from).thenComparing(Finding::to));
            findings.addAll(here);
        }
        return List.copyOf(findings);
    }

    private static boolean explains(Finding other, Finding suspicion) {
        return other.kind() != RuleKind.SUSPICION && other.from() < suspicion.to() && suspicion.from() < other.to();
    }

    private static Finding finding(Rule rule, PaperText text, Flaw flaw, Fingerprints fingerprints) {
        return new Finding(
                rule.id(), rule.kind(), rule.severity(), text.element(), flaw.from(), flaw.to(), text.text().substring(flaw.from(), flaw.to()),
                flaw.message(), flaw.args(), flaw.suggestion(), fingerprints.of(rule, text, flaw));
    }

    /** Questions to be answered for this paper before that step is left, in order (核对清单). */
    public List<Rule> questions(CheckedPaper paper, String step) {
        return rules().stream()
                .filter(rule -> rule.body() instanceof RuleBody.Question question && asked(question, paper))
                .filter(rule -> rule.scope().concerns(paper) && (rule.steps().isEmpty() || rule.steps().contains(step)))
                .toList();
    }

    private static boolean asked(RuleBody.Question question, CheckedPaper paper) {
        if (question.when() == null) {
            return true;
        }
        try {
            return Pattern.compile(question.when()).matcher(new Patience(paper.element("title") + "\n" + paper.element("body"))).find();
        } catch (Patience.Exhausted tooSlow) {
            return true;
        }
    }

}
