package org.sanban.proofing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way from one stretch of characters to another. A changed character costs 2 and every stretch of changes 1 more, so two
 * swapped characters are one change, while two corrections with a sound character between them stay two. Looks at a band around the
 * diagonal first and widens it until the way found is proven to be the cheapest.
 */
final class Characters {

    private static final int CHANGE = 2;
    private static final int OPEN = 1;
    private static final int FAR = 1 << 28;
    private static final int BAND = 16;
    /** Cells of the table that are looked at for one stretch, a byte each. */
    private static final long CELLS = 8_000_000;
    /** Where a wider band would take too long, a way that changes less than one character in so many is taken as it is. */
    private static final int FEW = 16;

    private static final int DELETE = 1;
    private static final int INSERT = 2;
    private static final int REPLACE = 3;
    private static final int OPENS = 4;
    private static final int CLOSES = 8;

    private final int[] a;
    private final int[] b;
    private final Hunk span;
    private final int n;
    private final int m;
    private final int low;
    private final int width;
    private final byte[] trace;
    private boolean closing;

    private Characters(int[] a, int[] b, Hunk span, int band) {
        this.a = a;
        this.b = b;
        this.span = span;
        this.n = span.removed();
        this.m = span.added();
        this.low = Math.min(0, m - n) - band;
        this.width = Math.max(0, m - n) + band - low + 1;
        this.trace = new byte[(n + 1) * width];
    }

    /** Null where that would take too long. */
    static @Nullable List<Hunk> between(int[] a, int[] b, Hunk whole) {
        Hunk span = whole.trimmed(a, b);
        if (span.removed() == 0 || span.added() == 0) {
            return span.empty() ? List.of() : List.of(span);
        }
        for (int band = BAND; ; band = Math.min(4 * band, span.size())) {
            if (cells(span, band) > CELLS) {
                return null;
            }
            Characters found = new Characters(a, b, span, band);
            int cost = found.fill();
            boolean cheapest = cost <= 2 * CHANGE * (band + 1) || band >= span.size();
            boolean few = cost < span.size() / FEW && cells(span, Math.min(4 * band, span.size())) > CELLS;
            if (cheapest || few) {
                return found.walk();
            }
        }
    }

    private static long cells(Hunk span, int band) {
        return (span.removed() + 1L) * (Math.abs(span.removed() - span.added()) + 2L * band + 1);
    }

    private int fill() {
        int[] same = row();
        int[] edit = row();
        int[] sameAbove = row();
        int[] editAbove = row();
        for (int i = 0; i <= n; i++) {
            int first = Math.max(0, -i - low);
            int last = Math.min(width - 1, m - i - low);
            Arrays.fill(same, FAR);
            Arrays.fill(edit, FAR);
            for (int c = first; c <= last; c++) {
                step(i, c, same, edit, sameAbove, editAbove);
            }
            int[] spare = sameAbove;
            sameAbove = same;
            same = spare;
            spare = editAbove;
            editAbove = edit;
            edit = spare;
        }
        int end = m - n - low;
        closing = editAbove[end] < sameAbove[end];
        return Math.min(sameAbove[end], editAbove[end]);
    }

    private int[] row() {
        int[] row = new int[width];
        Arrays.fill(row, FAR);
        return row;
    }

    private void step(int i, int c, int[] same, int[] edit, int[] sameAbove, int[] editAbove) {
        int j = i + low + c;
        if (i == 0 && j == 0) {
            same[c] = 0;
            return;
        }
        int how = 0;
        int best = FAR;
        if (i > 0 && j > 0) {
            if (a[span.from() + i - 1] == b[span.newFrom() + j - 1]) {
                boolean closes = editAbove[c] < sameAbove[c];
                same[c] = Math.min(sameAbove[c], editAbove[c]);
                how = closes ? CLOSES : 0;
            }
            boolean opens = sameAbove[c] + OPEN < editAbove[c];
            best = Math.min(sameAbove[c] + OPEN, editAbove[c]) + CHANGE;
            how |= REPLACE | (opens ? OPENS : 0);
        }
        if (i > 0 && c + 1 < width) {
            int cost = Math.min(sameAbove[c + 1] + OPEN, editAbove[c + 1]) + CHANGE;
            if (cost < best) {
                best = cost;
                how = how & CLOSES | DELETE | (sameAbove[c + 1] + OPEN < editAbove[c + 1] ? OPENS : 0);
            }
        }
        if (j > 0 && c > 0) {
            int cost = Math.min(same[c - 1] + OPEN, edit[c - 1]) + CHANGE;
            if (cost < best) {
                best = cost;
                how = how & CLOSES | INSERT | (same[c - 1] + OPEN < edit[c - 1] ? OPENS : 0);
            }
        }
        edit[c] = best;
        trace[i * width + c] = (byte) how;
    }

    private List<Hunk> walk() {
        List<Hunk> hunks = new ArrayList<>();
        int i = n;
        int j = m;
        boolean editing = closing;
        int to = i;
        int newTo = j;
        while (i > 0 || j > 0) {
            int how = trace[i * width + j - i - low];
            if (!editing) {
                i--;
                j--;
                editing = (how & CLOSES) != 0;
                to = i;
                newTo = j;
                continue;
            }
            int by = how & 3;
            i -= by == INSERT ? 0 : 1;
            j -= by == DELETE ? 0 : 1;
            if ((how & OPENS) != 0) {
                hunks.add(new Hunk(span.from() + i, span.from() + to, span.newFrom() + j, span.newFrom() + newTo));
                editing = false;
            }
        }
        Collections.reverse(hunks);
        return hunks;
    }
}
