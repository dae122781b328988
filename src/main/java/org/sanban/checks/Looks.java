package org.sanban.checks;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What looks for a rule, made from its body; the structural checks by their names. */
final class Looks {

    private static final Map<String, Function<Settings, Look>> STRUCTURAL = new TreeMap<>(Map.ofEntries(
            Map.entry("addressees", Addressees::of),
            Map.entry("amounts-in-words", AmountsInWords::of),
            Map.entry("attachment-references", AttachmentReferences::of),
            Map.entry("body-names", BodyNames::of),
            Map.entry("dates", Dates::of),
            Map.entry("endings", Endings::of),
            Map.entry("fixed-phrases", FixedPhrases::of),
            Map.entry("half-width", HalfWidth::of),
            Map.entry("odd-characters", OddCharacters::of),
            Map.entry("ordinals", Ordinals::of),
            Map.entry("pairs", Pairs::of),
            Map.entry("parts", Parts::of),
            Map.entry("person-posts", PersonPosts::of),
            Map.entry("rates", Rates::of),
            Map.entry("repeats", Repeats::of),
            Map.entry("respectively", Respectively::of),
            Map.entry("short-names", ShortNames::of),
            Map.entry("spans", Spans::of),
            Map.entry("twice-said", TwiceSaid::of)));

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
