package org.sanban.proofing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What was changed between two texts (花脸稿), character by character: paragraphs are aligned first, then the characters within.
 * Applying all changes to the old text gives the new one. Two swapped characters are one change, two corrections with a sound
 * character between them are two.
 *
 * @param changes in order, never touching one another
 */
public record Difference(String before, String after, List<Change> changes) {

    public static Difference between(String before, String after) {
        return between(before, after, ProofWords.standard());
    }

    public static Difference between(String before, String after, ProofWords words) {
        int[] old = before.concat("\n").codePoints().toArray();
        int[] now = after.concat("\n").codePoints().toArray();
        IntPredicate stops = c -> c == '\n' || c > ' ' && words.punctuation.matcher(Character.toString(c)).matches();
        List<Change> bare = bare(before, after, old, now, Hunks.between(old, now, stops));
        Guessing guessing = new Guessing(words, before, after);
        Set<String> moved = moved(bare, words.movedFrom);
        List<Change> changes = new ArrayList<>();
        for (Change change : bare) {
            boolean elsewhere = moved.contains(change.was().concat(change.is()).strip()) && (change.was().isEmpty() || change.is().isEmpty());
            Change known = new Change(
                    change.from(), change.to(), change.newFrom(), change.newTo(), change.was(), change.is(), Guess.WRONG, false, elsewhere);
            Guess kind = guessing.kind(known);
            changes.add(new Change(
                    change.from(), change.to(), change.newFrom(), change.newTo(), change.was(), change.is(),
                    kind, guessing.substantive(known, kind), elsewhere));
        }
        return new Difference(before, after, List.copyOf(changes));
    }

    public boolean none() {
        return changes.isEmpty();
    }

    /** Is any change likely to alter what is said? */
    public boolean substantive() {
        return changes.stream().anyMatch(Change::substantive);
    }

    /** The whole text in order: what stayed, what went, what came. */
    public List<Run> runs() {
        return Display.runs(this);
    }

    /** The same by lines, for reading with the corrections in the text. */
    public List<List<Run>> lines() {
        return Display.lines(this);
    }

    /** The same by lines, old beside new. */
    public List<Row> rows() {
        return Display.rows(this);
    }

    private static List<Change> bare(String before, String after, int[] old, int[] now, List<Hunk> hunks) {
        int[] at = offsets(old);
        int[] newAt = offsets(now);
        List<Change> changes = new ArrayList<>();
        for (Hunk hunk : hunks) {
            int from = at[hunk.from()];
            int to = at[hunk.to()];
            int newFrom = newAt[hunk.newFrom()];
            int newTo = newAt[hunk.newTo()];
            changes.add(new Change(
                    from, to, newFrom, newTo, before.substring(from, to), after.substring(newFrom, newTo), Guess.WRONG, false, false));
        }
        return changes;
    }

    private static int[] offsets(int[] text) {
        int[] at = new int[text.length + 1];
        for (int n = 0; n < text.length; n++) {
            at[n + 1] = at[n] + Character.charCount(text[n]);
        }
        return at;
    }

    /** Paragraphs that were taken out in one place and put in at another. */
    private static Set<String> moved(List<Change> changes, int atLeast) {
        Set<String> out = new HashSet<>();
        Set<String> in = new HashSet<>();
        for (Change change : changes) {
            if (change.is().isEmpty() && change.was().contains("\n")) {
                out.add(change.was().strip());
            } else if (change.was().isEmpty() && change.is().contains("\n")) {
                in.add(change.is().strip());
            }
        }
        out.retainAll(in);
        out.removeIf(words -> words.length() < atLeast);
        return out;
    }
}
