package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.sanban.proofing.Alignment.Block;

/** The changed stretches between two texts, in code points, in order, never touching one another. */
final class Hunks {

    private static final int LONG = 4;
    private static final int SLIDE = 200;

    private final int[] a;
    private final int[] b;
    private final IntPredicate stops;
    private final List<Hunk> found = new ArrayList<>();

    private Hunks(int[] a, int[] b, IntPredicate stops) {
        this.a = a;
        this.b = b;
        this.stops = stops;
    }

    /** @param a old text, ended by one line break more than it has; so is {@code b}
     * @param stops characters after which a sentence may begin */
    static List<Hunk> between(int[] a, int[] b, IntPredicate stops) {
        Hunks hunks = new Hunks(a, b, stops);
        Hunk whole = new Hunk(0, a.length, 0, b.length);
        hunks.align(whole, c -> c == '\n', true);
        return hunks.settled();
    }

    private void align(Hunk span, IntPredicate ends, boolean deeper) {
        Pieces old = new Pieces(a, span.from(), span.to(), ends);
        Pieces now = new Pieces(b, span.newFrom(), span.newTo(), ends);
        for (Block block : Alignment.of(old, now)) {
            Hunk part = new Hunk(
                    old.start(block.from(), span.from()), old.start(block.to(), span.from()),
                    now.start(block.newFrom(), span.newFrom()), now.start(block.newTo(), span.newFrom()));
            List<Hunk> inside = block.alike() ? Characters.between(a, b, part) : List.of(part);
            if (inside != null) {
                inside.forEach(this::add);
            } else if (deeper) {
                align(part.trimmed(a, b), stops, false);
            } else {
                add(part);
            }
        }
    }

    /** Touching hunks become one; what both sides begin and end with goes. */
    private void add(Hunk next) {
        Hunk hunk = next;
        if (!found.isEmpty() && found.getLast().to() == next.from() && found.getLast().newTo() == next.newFrom()) {
            hunk = found.removeLast().until(next);
        }
        hunk = hunk.trimmed(a, b);
        if (!hunk.empty()) {
            found.add(hunk);
        }
    }

    private List<Hunk> settled() {
        List<Hunk> joined = new ArrayList<>();
        for (Hunk hunk : found) {
            boolean accidental = !joined.isEmpty() && accidental(joined.getLast(), hunk);
            joined.add(accidental ? joined.removeLast().until(hunk) : hunk);
        }
        List<Hunk> slid = new ArrayList<>();
        for (int k = 0; k < joined.size(); k++) {
            int before = slid.isEmpty() ? 0 : slid.getLast().to() + 1;
            int after = k + 1 < joined.size() ? joined.get(k + 1).from() - 1 : a.length;
            Hunk hunk = slide(joined.get(k), before, after);
            slid.add(hunk.to() < a.length && hunk.newTo() < b.length ? hunk : inside(slid, hunk));
        }
        return slid;
    }

    /** The last line break belongs to neither text: a last line takes the break before it along. */
    private static Hunk inside(List<Hunk> before, Hunk last) {
        Hunk hunk = last.shifted(-1);
        return !before.isEmpty() && before.getLast().to() == hunk.from() ? before.removeLast().until(hunk) : hunk;
    }

    /** One character between two rewritten stretches stands there by chance, unless it is punctuation. */
    private boolean accidental(Hunk one, Hunk other) {
        return other.from() - one.to() == 1 && !stops.test(a[one.to()]) && Character.isLetter(a[one.to()])
                && one.size() >= LONG && other.size() >= LONG;
    }

    /** The same words put in or taken out a little earlier or later: where a line or a sentence begins, else as late as possible. */
    private Hunk slide(Hunk hunk, int before, int after) {
        if (hunk.removed() > 0 && hunk.added() > 0) {
            return hunk;
        }
        int[] text = hunk.removed() > 0 ? a : b;
        int from = hunk.removed() > 0 ? hunk.from() : hunk.newFrom();
        int length = hunk.size();
        int best = 0;
        int worth = -1;
        for (int by = left(text, from, length, hunk.from() - before); by <= SLIDE; by++) {
            int here = value(text, from + by, length);
            if (here >= worth) {
                best = by;
                worth = here;
            }
            boolean further = hunk.to() + by < after && from + by + length < text.length && text[from + by] == text[from + by + length];
            if (!further) {
                break;
            }
        }
        return hunk.shifted(best);
    }

    private static int left(int[] text, int from, int length, int room) {
        int by = 0;
        while (by < Math.min(room, SLIDE) && from - by > 0 && text[from - by - 1] == text[from - by + length - 1]) {
            by++;
        }
        return -by;
    }

    private int value(int[] text, int from, int length) {
        int before = from == 0 ? '\n' : text[from - 1];
        int last = text[from + length - 1];
        boolean beyond = from + length == text.length;
        int value = before == '\n' && last == '\n' ? 4 : 0;
        value += before == '\n' || stops.test(before) ? 2 : 0;
        return beyond ? -1 : value;
    }
}
