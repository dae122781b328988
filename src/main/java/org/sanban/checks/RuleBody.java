package org.sanban.checks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a rule looks for, by its kind. */
public sealed interface RuleBody {

    RuleKind kind();

    /**
     * Wrong words and the right ones, both with as much of their surroundings as it takes not to hit what is sound.
     *
     * @param right replaces {@code wrong} in the correction
     * @param except longer words in which {@code wrong} is sound; each contains it
     */
    record WordPair(String wrong, String right, List<String> except) implements RuleBody {
        public WordPair {
            except = List.copyOf(except);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.WORD_PAIR;
        }
    }

    /**
     * @param pattern Java regular expression; where it has a group named {@code at}, only that group is marked
     * @param suggestion what replaces the marked span, {@code $1} and {@code ${name}} as in a replacement; null where a person must think
     */
    record WordPattern(String pattern, @Nullable String suggestion) implements RuleBody {
        @Override
        public RuleKind kind() {
            return RuleKind.PATTERN;
        }
    }

    /**
     * @param check name of a check, one of {@link RuleBook#structuralChecks}
     * @param settings its words, patterns and numbers: a text, a number, or a list of texts by name
     */
    record Structure(String check, Map<String, Object> settings) implements RuleBody {
        public Structure {
            settings = Map.copyOf(settings);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.STRUCTURE;
        }
    }

    /**
     * @param sound words that are never suspicious
     * @param rare one of the two stands alone more seldom than that in the language's word counts
     * @param common neither stands alone as often as that; with both as high as can be more is found, and more falsely
     */
    record Suspicion(List<String> sound, int rare, int common) implements RuleBody {
        public Suspicion {
            sound = List.copyOf(sound);
        }

        @Override
        public RuleKind kind() {
            return RuleKind.SUSPICION;
        }
    }

    /** @param when asked only where this regular expression is found in the title or the body; null for always */
    record Question(@Nullable String when) implements RuleBody {
        @Override
        public RuleKind kind() {
            return RuleKind.QUESTION;
        }
    }
}
