package org.sanban.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a paper where a rule hits (检查结果).
 *
 * @param rule id of the rule
 * @param element where, as {@link CheckedPaper#elements} names it, {@code attached.1} for the text of the first attachment
 * @param from first character, in the text of the element
 * @param to behind the last one; equal to {@code from} where something is lacking
 * @param quote what stands there
 * @param message key of the sentence that says what is wrong ({@code checks.*}); null where the text of the rule says it
 * @param args of that sentence
 * @param suggestion what to put in place of the quote, for the correction by one click; null where a person must think
 * @param fingerprint 24 hexadecimal digits over rule, element, quote, arguments and the characters around it: the same as long as they are the
 *     same, wherever the place moves to. A waiver is kept by it, and is void once the place or its surroundings change.
 */
public record Finding(
        String rule, RuleKind kind, Severity severity, String element, int from, int to, String quote, @Nullable String message,
        List<Object> args, @Nullable String suggestion, String fingerprint) {}
