package org.sanban.proofing;

/** Code points {@code from..to} of the old text stand where {@code newFrom..newTo} of the new text stand. */
record Hunk(int from, int to, int newFrom, int newTo) {

    int removed() {
        return to - from;
    }

    int added() {
        return newTo - newFrom;
    }

    int size() {
        return Math.max(removed(), added());
    }

    boolean empty() {
        return removed() == 0 && added() == 0;
    }

    Hunk shifted(int by) {
        return new Hunk(from + by, to + by, newFrom + by, newTo + by);
    }

    Hunk until(Hunk last) {
        return new Hunk(from, last.to, newFrom, last.newTo);
    }

    /** Without what both sides begin and end with. */
    Hunk trimmed(int[] a, int[] b) {
        int f = from;
        int g = newFrom;
        while (f < to && g < newTo && a[f] == b[g]) {
            f++;
            g++;
        }
        int t = to;
        int u = newTo;
        while (t > f && u > g && a[t - 1] == b[u - 1]) {
            t--;
            u--;
        }
        return new Hunk(f, t, g, u);
    }
}
