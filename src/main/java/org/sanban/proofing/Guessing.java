package org.sanban.proofing;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** First choices for a change: what it mends, and whether it changes what is said. */
final class Guessing {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");

    /** How far around a change a figure or a name is looked for. */
    private static final int AROUND = 40;

    private final ProofWords words;
    private final String before;
    private final String after;

    Guessing(ProofWords words, String before, String after) {
        this.words = words;
        this.before = before;
        this.after = after;
    }

    Guess kind(Change change) {
        if (plain(change.was()).equals(plain(change.is())) || numbering(change)) {
            return Guess.FORMAT;
        }
        if (punctuation(change.was()) && punctuation(change.is())) {
            return Guess.PUNCTUATION;
        }
        if (change.was().isEmpty() || change.is().isEmpty()) {
            return change.moved() ? Guess.WORDING : change.was().isEmpty() ? Guess.MISSING : Guess.EXTRA;
        }
        boolean figures = words.amount.matcher(change.was()).matches() && words.amount.matcher(change.is()).matches();
        boolean small = Math.max(length(change.was()), length(change.is())) <= words.wordingAbove;
        return figures || small || swapped(change.was(), change.is()) ? Guess.WRONG : Guess.WORDING;
    }

    boolean substantive(Change change, Guess kind) {
        if (kind == Guess.FORMAT) {
            return false;
        }
        boolean touches = touches(words.amount, change) || touches(words.body, change) && kind != Guess.PUNCTUATION;
        boolean denies = words.negations.matcher(change.was()).find() || words.negations.matcher(change.is()).find();
        boolean more = Math.max(length(change.was()), length(change.is())) > words.substantiveAbove;
        return touches || denies || more && !change.moved();
    }

    private static String plain(String text) {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    private boolean punctuation(String text) {
        return SPACE.matcher(text).replaceAll("").codePoints().allMatch(c -> words.punctuation.matcher(Character.toString(c)).matches());
    }

    static boolean swapped(String was, String is) {
        for (int at = 1; at < was.length(); at++) {
            if ((was.substring(at) + was.substring(0, at)).equals(is)) {
                return true;
            }
        }
        return false;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Both lines begin with a mark, and the change lies inside it. */
    private boolean numbering(Change change) {
        return mark(before, change.from(), change.to()) && mark(after, change.newFrom(), change.newTo());
    }

    private boolean mark(String text, int from, int to) {
        int start = text.lastIndexOf('\n', from - 1) + 1;
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return words.marks.stream().map(mark -> mark.pattern().matcher(line)).anyMatch(m -> m.lookingAt() && to - start <= m.end());
    }

    private boolean touches(Pattern pattern, Change change) {
        return touches(pattern, before, change.from(), change.to()) || touches(pattern, after, change.newFrom(), change.newTo());
    }

    private static boolean touches(Pattern pattern, String text, int from, int to) {
        Matcher matcher = pattern.matcher(text).region(Math.max(0, from - AROUND), Math.min(text.length(), to + AROUND));
        while (matcher.find() && matcher.start() <= to) {
            boolean inside = from == to ? matcher.start() < from && from < matcher.end() : matcher.start() < to && from < matcher.end();
            if (inside) {
                return true;
            }
        }
        return false;
    }
}
