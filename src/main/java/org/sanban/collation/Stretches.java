package org.sanban.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanban.proofing.Change;
import org.sanban.proofing.Difference;

/** What differs between two runs of characters: common stretches first, between them character by character. */
final class Stretches {

    static final int RUN = 5;

    private final int[] a;
    private final int[] b;
    private final List<Stretch> found = new ArrayList<>();

    private Stretches(int[] a, int[] b) {
        this.a = a;
        this.b = b;
    }

    static List<Stretch> between(int[] a, int[] b) {
        Stretches stretches = new Stretches(a, b);
        stretches.between(0, a.length, 0, b.length);
        return stretches.found;
    }

    /** What occurs once between two common stretches may occur again elsewhere: it is looked for anew in every gap. */
    private void between(int from, int to, int at, int end) {
        int f = from;
        int g = at;
        while (f < to && g < end && a[f] == b[g]) {
            f++;
            g++;
        }
        int t = to;
        int u = end;
        while (t > f && u > g && a[t - 1] == b[u - 1]) {
            t--;
            u--;
        }
        List<Anchors.Block> common = t - f < RUN || u - g < RUN ? List.of() : Anchors.between(part(a, f, t), part(b, g, u), RUN);
        if (common.isEmpty()) {
            gap(f, t, g, u);
            return;
        }
        int before = f;
        int there = g;
        for (Anchors.Block block : common) {
            between(before, f + block.at(), there, g + block.there());
            before = f + block.end();
            there = g + block.thereEnd();
        }
        between(before, t, there, u);
    }

    private void gap(int from, int to, int at, int end) {
        if (from == to || at == end) {
            add(new Stretch(from, to, at, end));
            return;
        }
        String was = text(a, from, to);
        String is = text(b, at, end);
        for (Change change : Difference.between(was, is).changes()) {
            add(new Stretch(
                    from + was.codePointCount(0, change.from()), from + was.codePointCount(0, change.to()),
                    at + is.codePointCount(0, change.newFrom()), at + is.codePointCount(0, change.newTo())));
        }
    }

    private void add(Stretch stretch) {
        if (!stretch.empty()) {
            found.add(stretch);
        }
    }

    static String text(int[] characters, int from, int to) {
        return new String(characters, from, to - from);
    }

    static int[] part(int[] characters, int from, int to) {
        return Arrays.copyOfRange(characters, from, to);
    }
}
