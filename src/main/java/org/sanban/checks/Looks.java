package org.sanban.checks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What looks for a rule, made from its body; the structural checks by their names. */
final class Looks {

    private static final Map<String, Function<Settings, Look>> STRUCTURAL = new TreeMap<>(Map.ofEntries(
            Map.entry("pairs", Pairs::of)));

    private Looks() {}

    static Iterable<String> structural() {
        return STRUCTURAL.keySet();
    }

    /**
     * Empty where no text is looked at.
     *
     * @throws IllegalArgumentException if the body cannot be understood
     */
    static Optional<Look> of(RuleBody body, Familiar familiar) {
        return switch (body) {
            case RuleBody.WordPair pair -> Optional.of(PairLook.of(pair));
            case RuleBody.WordPattern pattern -> Optional.of(PatternLook.of(pattern));
            case RuleBody.Structure structure -> Optional.of(structural(structure));
            case RuleBody.Suspicion suspicion -> Optional.of(new SuspicionLook(suspicion, familiar));
            case RuleBody.Question question -> Optional.empty();
        };
    }

    private static Look structural(RuleBody.Structure structure) {
        Function<Settings, Look> make = STRUCTURAL.get(structure.check());
        if (make == null) {
            throw new IllegalArgumentException("no structural check is called " + structure.check());
        }
        return make.apply(new Settings(structure.settings()));
    }
}
