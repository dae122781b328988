package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sanban.proofing.Change;
import org.sanban.proofing.Difference;

/** Rules drafted from an error (由差错起草规则). What comes out is a proposal: a person tries it, words it and publishes it. */
public final class RuleDraft {

    /** Wrong words are at least as long as that, or they would hit everywhere. */
    private static final int SHORTEST = 3;
    /** Where a character is taken out, what is left is often a word: one more. */
    private static final int SHORTEST_TAKEN_OUT = 4;
    /** Longer ones hit nowhere else. */
    private static final int LONGEST = 16;
    private static final Pattern STOPS = Pattern.compile("[\\p{P}\\s]");
    private static final Pattern FIGURES = Pattern.compile("\\d+(?:\\.\\d+)?");

    private RuleDraft() {}

    /**
     * One word pair for each change between the two texts that can be made one, with the least context that tells the wrong from the right.
     *
     * @param origin the number of the error
     * @return in order, ids {@code <id>}, {@code <id>-2} …; empty where whole passages were written anew
     */
    public static List<Rule> wordPairs(String id, String before, String after, String origin) {
        List<Rule> rules = new ArrayList<>();
        for (Change change : Difference.between(before, after).changes()) {
            RuleBody.WordPair pair = pair(before, after, change);
            if (pair != null) {
                String number = rules.isEmpty() ? id : id + "-" + (rules.size() + 1);
                rules.add(new Rule(
                        number, pair, Severity.WARN, Set.of(), Scope.ALL, Wordings.of(pair), "",
                        List.of(CheckedPaper.ofBody(sentence(before, change.from(), change.to()))),
                        List.of(CheckedPaper.ofBody(sentence(after, change.newFrom(), change.newTo()))), origin));
            }
        }
        return List.copyOf(rules);
    }

    private static RuleBody.@Nullable WordPair pair(String before, String after, Change change) {
        int shortest = change.is().isEmpty() ? SHORTEST_TAKEN_OUT : SHORTEST;
        int left = 0;
        int right = 0;
        while (true) {
            String wrong = before.substring(change.from() - left, change.to() + right);
            if (wrong.length() > LONGEST || wrong.contains("\n")) {
                return null;
            }
            boolean rightOpen = goesOn(before, change.to() + right);
            boolean leftOpen = goesOn(before, change.from() - left - 1);
            boolean apart = wrong.length() >= shortest && !after.contains(wrong);
            boolean framed = !change.was().isEmpty() || left > 0 && right > 0;
            boolean all = !leftOpen && !rightOpen;
            if (apart && (framed || all)) {
                return new RuleBody.WordPair(wrong, after.substring(change.newFrom() - left, change.newTo() + right), List.of());
            }
            if (all) {
                return null;
            }
            boolean turnsRight = right < left || right == left && !change.is().isEmpty();
            if (rightOpen && (turnsRight || !leftOpen)) {
                right++;
            } else {
                left++;
            }
        }
    }

    private static boolean goesOn(String text, int at) {
        return at >= 0 && at < text.length() && !STOPS.matcher(text.substring(at, at + 1)).matches();
    }

    /** The sentence around a span, where an example is wanted. */
    private static String sentence(String text, int from, int to) {
        return text.substring(Places.sentenceFrom(text, from), Places.sentenceTo(text, to));
    }

    /**
     * A pattern from a span: its figures stand for any figures, white space for any; everything else for itself.
     *
     * @param from first character of the span
     * @param to behind the last one
     */
    public static Rule pattern(String id, String text, int from, int to, Wording why, String origin) {
        StringBuilder pattern = new StringBuilder();
        String span = text.substring(from, to).strip();
        Matcher figure = FIGURES.matcher(span);
        int at = 0;
        while (figure.find()) {
            pattern.append(quoted(span.substring(at, figure.start()))).append("\\d+(?:\\.\\d+)?");
            at = figure.end();
        }
        pattern.append(quoted(span.substring(at)));
        return new Rule(
                id, new RuleBody.WordPattern(pattern.toString(), null), Severity.WARN, Set.of(), Scope.ALL, why, "",
                List.of(CheckedPaper.ofBody(sentence(text, from, to))), List.of(), origin);
    }

    private static String quoted(String words) {
        return words.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0").replaceAll("\\s+", "\\\\s+");
    }

    /** A question to be answered at these steps. */
    public static Rule question(String id, Wording question, Set<String> steps, String origin) {
        return new Rule(id, new RuleBody.Question(null), Severity.BLOCK, steps, Scope.ALL, question, "", List.of(), List.of(), origin);
    }
}
