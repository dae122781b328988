package org.sanban.collation;

import java.util.ArrayList;
import java.util.List;

/** Words put in a little before or after the place where the same words are missing have changed places: one difference, not two. */
final class Swaps {

    private static final int NEAR = 12;

    private Swaps() {}

    static List<Stretch> merged(List<Stretch> stretches, Said said, Shown shown) {
        List<Stretch> merged = new ArrayList<>();
        for (Stretch next : stretches) {
            Stretch last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && swapped(last, next, said, shown)) {
                merged.removeLast();
                merged.add(new Stretch(last.from(), next.to(), last.at(), next.end(), true));
            } else {
                merged.add(next);
            }
        }
        return merged;
    }

    private static boolean swapped(Stretch one, Stretch other, Said said, Shown shown) {
        int between = other.from() - one.to();
        return !one.moved() && !other.moved() && between >= 0 && between <= NEAR && other.at() - one.end() == between
                && words(said, one).equals(shown(shown, other)) && shown(shown, one).equals(words(said, other))
                && !(one.gone() == 0 && other.gone() == 0);
    }

    private static String words(Said said, Stretch stretch) {
        return Stretches.text(said.characters(), stretch.from(), stretch.to());
    }

    private static String shown(Shown shown, Stretch stretch) {
        return Stretches.text(shown.characters(), stretch.at(), stretch.end());
    }

    /** The same characters in another order. */
    static boolean sameCharacters(int[] one, int[] other) {
        int[] a = one.clone();
        int[] b = other.clone();
        java.util.Arrays.sort(a);
        java.util.Arrays.sort(b);
        return a.length > 1 && java.util.Arrays.equals(a, b);
    }
}
