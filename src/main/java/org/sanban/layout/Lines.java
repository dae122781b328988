package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;

/** Breaks letters into lines: no mark of punctuation where it must not stand (避头尾), numbers and Latin words whole. */
final class Lines {

    private static final double GRACE = 0.01;
    private static final String LISTED = "、，；";

    private Lines() {}

    static double width(List<Letter> letters) {
        return letters.stream().mapToDouble(Letter::width).sum();
    }

    /**
     * @param first width of the first line in mm
     * @param rest width of every other line in mm
     */
    static List<List<Letter>> of(List<Letter> letters, double first, double rest) {
        return of(letters, first, rest, false);
    }

    /** @param names break between names only: after a space, a comma or the mark between listed things */
    static List<List<Letter>> of(List<Letter> letters, double first, double rest, boolean names) {
        List<List<Letter>> lines = new ArrayList<>();
        int from = 0;
        while (from < letters.size()) {
            int to = end(letters, from, lines.isEmpty() ? first : rest, names);
            int shown = to;
            while (to < letters.size() && shown > from + 1 && blank(letters.get(shown - 1), names)) {
                shown--;
            }
            lines.add(letters.subList(from, shown));
            from = to;
            while (from < letters.size() && blank(letters.get(from), names)) {
                from++;
            }
        }
        return lines;
    }

    private static boolean blank(Letter letter, boolean names) {
        return letter.character() == ' ' || names && letter.space();
    }

    private static int end(List<Letter> letters, int from, double room, boolean names) {
        double taken = 0;
        int to = from;
        while (to < letters.size() && taken + letters.get(to).width() <= room + GRACE) {
            taken += letters.get(to++).width();
        }
        if (to == letters.size()) {
            return to;
        }
        int cut = Math.max(to, from + 1);
        for (int at = cut; at > from; at--) {
            if (mayCut(letters.get(at - 1), letters.get(at)) && (!names || blank(letters.get(at - 1), true) || LISTED.indexOf(letters.get(at - 1).character()) >= 0)) {
                return at;
            }
        }
        return cut;
    }

    static boolean mayCut(Letter before, Letter after) {
        return before.mayEnd() && after.mayBegin() && !before.holds(after) || before.character() == ' ';
    }
}
