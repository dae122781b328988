package org.sanban.proofing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** A stretch of a text cut into lines or sentences, each with the mark that ends it. */
final class Pieces {

    private final int[] text;
    private final List<int[]> spans = new ArrayList<>();
    private final Map<Integer, long[]> pairs = new HashMap<>();
    private final Map<Integer, long[]> pairsOfTwo = new HashMap<>();

    Pieces(int[] text, int from, int to, IntPredicate ends) {
        this.text = text;
        int start = from;
        for (int at = from; at < to; at++) {
            if (ends.test(text[at]) || at == to - 1) {
                spans.add(new int[] {start, at + 1});
                start = at + 1;
            }
        }
    }

    int count() {
        return spans.size();
    }

    /** Where piece {@code n} begins; the end of the last one for {@code n} = count. */
    int start(int n, int otherwise) {
        return spans.isEmpty() ? otherwise : n < spans.size() ? spans.get(n)[0] : spans.getLast()[1];
    }

    String words(int n) {
        int[] span = spans.get(n);
        return new String(text, span[0], span[1] - span[0]);
    }

    /** Share of characters and of pairs of neighbours that both have, 0 to 1. */
    static double likeness(long[] one, long[] other) {
        if (one.length == 0 || other.length == 0) {
            return one.length == other.length ? 1 : 0;
        }
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Long.compare(one[i], other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return 2.0 * common / (one.length + other.length);
    }

    /** Characters and pairs of neighbours of piece {@code n}, sorted. */
    long[] pairs(int n) {
        return pairs.computeIfAbsent(n, key -> pairs(spans.get(key)[0], spans.get(key)[1]));
    }

    /** The same for two neighbouring pieces as one. */
    long[] pairsOfTwo(int n) {
        return pairsOfTwo.computeIfAbsent(n, key -> pairs(spans.get(key)[0], spans.get(key + 1)[1]));
    }

    private long[] pairs(int from, int to) {
        long[] found = new long[Math.max(0, 2 * (to - from) - 1)];
        for (int at = from, k = 0; at < to; at++) {
            found[k++] = text[at];
            if (at + 1 < to) {
                found[k++] = (text[at] + 1L) << 24 | text[at + 1];
            }
        }
        Arrays.sort(found);
        return found;
    }
}
