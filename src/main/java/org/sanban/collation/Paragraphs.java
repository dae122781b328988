package org.sanban.collation;

import java.util.List;
import java.util.NavigableSet;

/** Words taken out may often be read a little earlier or later; they are read as whole paragraphs where they can be. */
final class Paragraphs {

    private static final int SLIDE = 200;

    private Paragraphs() {}

    /** @param starts where the paragraphs of {@code a} begin */
    static List<Stretch> whole(List<Stretch> stretches, int[] a, NavigableSet<Integer> starts) {
        return stretches.stream().map(s -> s.gone() > 1 && s.come() == 0 ? shifted(s, slide(s.from(), s.to(), a, starts)) : s).toList();
    }

    private static Stretch shifted(Stretch s, int by) {
        return new Stretch(s.from() + by, s.to() + by, s.at() + by, s.end() + by);
    }

    private static int slide(int from, int to, int[] a, NavigableSet<Integer> starts) {
        for (int by = 0; by <= Math.min(SLIDE, from) && (by == 0 || a[from - by] == a[to - by]); by++) {
            if (divides(from - by, to - by, a, starts)) {
                return -by;
            }
        }
        for (int by = 1; by <= SLIDE && to + by <= a.length && a[from + by - 1] == a[to + by - 1]; by++) {
            if (divides(from + by, to + by, a, starts)) {
                return by;
            }
        }
        return 0;
    }

    private static boolean divides(int from, int to, int[] a, NavigableSet<Integer> starts) {
        return starts.contains(from) && (to == a.length || starts.contains(to));
    }
}
