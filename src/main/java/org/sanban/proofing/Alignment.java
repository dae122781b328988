package org.sanban.proofing;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which pieces of two texts belong together: first the equal ones, then between them those most alike, in order. */
final class Alignment {

    /** Below this two pieces have nothing to do with each other. */
    private static final double ALIKE = 0.3;
    /** From this on one piece was split in two, or two were joined. */
    private static final double SPLIT = 0.8;
    private static final int REACH = 24;
    private static final long PAIRS = 4_000_000;

    /** Pieces {@code from..to} of the old text stand for {@code newFrom..newTo} of the new one; {@code alike} if worth a closer look. */
    record Block(int from, int to, int newFrom, int newTo, boolean alike) {}

    private final Pieces a;
    private final Pieces b;
    private final List<Block> blocks = new ArrayList<>();

    private Alignment(Pieces a, Pieces b) {
        this.a = a;
        this.b = b;
    }

    /** Only what differs, in order. */
    static List<Block> of(Pieces a, Pieces b) {
        Alignment alignment = new Alignment(a, b);
        int i = 0;
        int j = 0;
        for (int[] equal : alignment.equals()) {
            alignment.gap(i, equal[0], j, equal[1]);
            i = equal[0] + 1;
            j = equal[1] + 1;
        }
        alignment.gap(i, a.count(), j, b.count());
        return alignment.blocks;
    }

    /** Equal pieces in order; what stands in one text only is left out first, so that a text written anew costs nothing. */
    private List<int[]> equals() {
        Map<String, Integer> ids = new HashMap<>();
        List<Integer> left = ids(a, ids);
        List<Integer> right = ids(b, ids);
        List<Integer> here = common(left, right);
        List<Integer> there = common(right, left);
        List<int[]> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (Change change : new MyersDiffWithLinearSpace<Integer>().computeDiff(
                here.stream().map(left::get).toList(), there.stream().map(right::get).toList(), null)) {
            for (; i < change.startOriginal; i++, j++) {
                pairs.add(new int[] {here.get(i), there.get(j)});
            }
            i = change.deltaType == DeltaType.INSERT ? i : change.endOriginal;
            j = change.deltaType == DeltaType.DELETE ? j : change.endRevised;
        }
        for (; i < here.size(); i++, j++) {
            pairs.add(new int[] {here.get(i), there.get(j)});
        }
        return pairs;
    }

    private static List<Integer> ids(Pieces pieces, Map<String, Integer> ids) {
        List<Integer> found = new ArrayList<>();
        for (int n = 0; n < pieces.count(); n++) {
            found.add(ids.computeIfAbsent(pieces.words(n), words -> ids.size()));
        }
        return found;
    }

    private static List<Integer> common(List<Integer> here, List<Integer> there) {
        Set<Integer> known = new HashSet<>(there);
        List<Integer> found = new ArrayList<>();
        for (int n = 0; n < here.size(); n++) {
            if (known.contains(here.get(n))) {
                found.add(n);
            }
        }
        return found;
    }

    private void gap(int from, int to, int newFrom, int newTo) {
        int n = to - from;
        int m = newTo - newFrom;
        if (n == 0 || m == 0) {
            add(from, to, newFrom, newTo, false);
        } else if (n == 1 && m == 1) {
            add(from, to, newFrom, newTo, Pieces.likeness(a.pairs(from), b.pairs(newFrom)) >= ALIKE);
        } else if ((long) n * m > PAIRS) {
            inOrder(from, to, newFrom, newTo);
        } else {
            pairUp(from, n, newFrom, m);
        }
    }

    private void inOrder(int from, int to, int newFrom, int newTo) {
        if (to - from != newTo - newFrom) {
            add(from, to, newFrom, newTo, false);
            return;
        }
        for (int i = from, j = newFrom; i < to; i++, j++) {
            gap(i, i + 1, j, j + 1);
        }
    }

    private void add(int from, int to, int newFrom, int newTo, boolean alike) {
        if (from < to || newFrom < newTo) {
            blocks.add(new Block(from, to, newFrom, newTo, alike));
        }
    }

    private void pairUp(int from, int n, int newFrom, int m) {
        double[][] best = new double[n + 1][m + 1];
        byte[][] way = new byte[n + 1][m + 1];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= m; j++) {
                choose(best, way, i, j, from, newFrom, Math.abs(n - m) + REACH);
            }
        }
        List<Block> found = new ArrayList<>();
        for (int i = n, j = m; i > 0 || j > 0; ) {
            int di = way[i][j] & 3;
            int dj = way[i][j] >> 2;
            found.addFirst(new Block(from + i - di, from + i, newFrom + j - dj, newFrom + j, di > 0 && dj > 0));
            i -= di;
            j -= dj;
        }
        blocks.addAll(found);
    }

    private void choose(double[][] best, byte[][] way, int i, int j, int from, int newFrom, int reach) {
        best[i][j] = i + j == 0 ? 0 : -1;
        offer(best, way, i, j, 1, 0, 0);
        offer(best, way, i, j, 0, 1, 0);
        if (i == 0 || j == 0 || Math.abs(i - j) > reach) {
            return;
        }
        long[] old = a.pairs(from + i - 1);
        long[] now = b.pairs(newFrom + j - 1);
        double alike = Pieces.likeness(old, now);
        if (alike >= ALIKE) {
            offer(best, way, i, j, 1, 1, alike * (old.length + now.length));
        }
        if (alike > 0.1 && j > 1) {
            two(best, way, i, j, 1, 2, old, b.pairsOfTwo(newFrom + j - 2));
        }
        if (alike > 0.1 && i > 1) {
            two(best, way, i, j, 2, 1, a.pairsOfTwo(from + i - 2), now);
        }
    }

    private static void two(double[][] best, byte[][] way, int i, int j, int di, int dj, long[] old, long[] now) {
        double alike = Pieces.likeness(old, now);
        if (alike >= SPLIT) {
            offer(best, way, i, j, di, dj, alike * (old.length + now.length) - 1);
        }
    }

    private static void offer(double[][] best, byte[][] way, int i, int j, int di, int dj, double gain) {
        if (i >= di && j >= dj && best[i - di][j - dj] + gain > best[i][j]) {
            best[i][j] = best[i - di][j - dj] + gain;
            way[i][j] = (byte) (di | dj << 2);
        }
    }
}
