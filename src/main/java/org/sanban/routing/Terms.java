package org.sanban.routing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;

/**
 * What the data file says of one rule, see {@code rules/routing.yaml}.
 *
 * @param differing severities that depart from the usual one, by type of document or by kind of flaw
 * @param types the rule looks at these only; null for all
 * @param except types the rule never looks at
 * @param later kinds of flaws that begin to matter later than the rule
 * @param misquoted wrong wordings by the right one
 * @param until last stage at which it matters, null for ever after
 */
record Terms(
        Severity severity, @Nullable Map<String, Severity> differing, @Nullable Set<DocType> types, @Nullable Set<DocType> except,
        @Nullable Set<Direction> directions, Stage from, @Nullable Map<String, Stage> later, @Nullable Stage until,
        boolean off, @Nullable Map<String, Pattern> patterns,
        @Nullable Map<String, List<String>> words, @Nullable Map<String, Integer> numbers, @Nullable Map<String, Pattern> misquoted) {

    Terms {
        Objects.requireNonNull(severity, "a rule lacks its severity");
        Objects.requireNonNull(from, "a rule lacks the stage it matters from");
    }

    boolean concern(OutgoingFacts.Kind kind, Stage at) {
        return !off
                && (types == null || types.contains(kind.type()))
                && (except == null || !except.contains(kind.type()))
                && (directions == null || directions.contains(kind.direction()))
                && at.compareTo(from) >= 0
                && (until == null || at.compareTo(until) <= 0);
    }

    boolean concern(Flaw flaw, Stage at) {
        return later == null || at.compareTo(later.getOrDefault(flaw.kind(), from)) >= 0;
    }

    Severity weigh(Flaw flaw, DocType type) {
        return Stream.of(flaw.kind(), type.name())
                .map(key -> differing == null ? null : differing.get(key))
                .filter(differs -> differs != null)
                .findFirst()
                .orElse(severity);
    }

    Pattern pattern(String name) {
        return known(patterns, name);
    }

    /** The pattern for this type of document where it has its own, else {@code name}. */
    Pattern pattern(String name, DocType type) {
        return patterns != null && patterns.containsKey(type.name()) ? pattern(type.name()) : pattern(name);
    }

    Matcher matcher(String pattern, String text) {
        return pattern(pattern).matcher(text);
    }

    boolean finds(String pattern, String text) {
        return matcher(pattern, text).find();
    }

    List<String> words(String name) {
        return known(words, name);
    }

    /** The fixed phrases, each with the pattern of its wrong wordings. */
    Map<String, Pattern> phrases() {
        return misquoted == null ? Map.of() : misquoted;
    }

    int number(String name) {
        return known(numbers, name);
    }

    private static <T> T known(@Nullable Map<String, T> all, String name) {
        T value = all == null ? null : all.get(name);
        if (value == null) {
            throw new IllegalStateException("rules/routing.yaml lacks " + name);
        }
        return value;
    }
}
