package org.sanban.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stretches that two texts have in common, in order: runs of a few characters that occur once in each, the longest chain of them,
 * each extended as far as both agree. What lies between two stretches is what differs.
 */
final class Anchors {

    /** {@code length} characters at {@code at} of one text stand at {@code there} of the other. */
    record Block(int at, int there, int length) {
        int end() {
            return at + length;
        }

        int thereEnd() {
            return there + length;
        }
    }

    private static final int TWICE = -1;

    private final int[] a;
    private final int[] b;
    private final int run;

    private Anchors(int[] a, int[] b, int run) {
        this.a = a;
        this.b = b;
        this.run = run;
    }

    /** @param run how many characters make an anchor */
    static List<Block> between(int[] a, int[] b, int run) {
        return new Anchors(a, b, run).blocks();
    }

    static int common(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::length).sum();
    }

    private List<Block> blocks() {
        List<Block> found = new ArrayList<>();
        int[] there = once();
        int end = 0;
        int thereEnd = 0;
        for (int at : chain(there)) {
            if (at < end || there[at] < thereEnd) {
                continue;
            }
            int back = 0;
            while (at - back > end && there[at] - back > thereEnd && a[at - back - 1] == b[there[at] - back - 1]) {
                back++;
            }
            int length = back + run;
            while (at - back + length < a.length && there[at] - back + length < b.length && a[at - back + length] == b[there[at] - back + length]) {
                length++;
            }
            found.add(new Block(at - back, there[at] - back, length));
            end = at - back + length;
            thereEnd = there[at] - back + length;
        }
        return found;
    }

    /** By place in the first text: where the same run stands in the second; −1 unless it occurs once in each. */
    private int[] once() {
        int[] places = new int[Math.max(0, a.length - run + 1)];
        Arrays.fill(places, TWICE);
        Runs mine = new Runs(a);
        Runs theirs = new Runs(b);
        for (int at = 0; at < places.length; at++) {
            if (mine.place(a, at) == at) {
                places[at] = theirs.place(a, at);
            }
        }
        return places;
    }

    /** The longest series of anchors that go forward in both texts. */
    private static int[] chain(int[] there) {
        int[] last = new int[there.length];
        int[] before = new int[there.length];
        int length = 0;
        for (int at = 0; at < there.length; at++) {
            if (there[at] < 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (there[last[middle]] < there[at]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[at] = low == 0 ? -1 : last[low - 1];
            last[low] = at;
            length = Math.max(length, low + 1);
        }
        int[] chain = new int[length];
        for (int n = length - 1, at = length == 0 ? -1 : last[length - 1]; n >= 0; n--) {
            chain[n] = at;
            at = before[at];
        }
        return chain;
    }

    /** All runs of a text by their characters: an open table of places. */
    private final class Runs {
        private final int[] text;
        private final int[] table;
        private final boolean[] twice;

        Runs(int[] text) {
            this.text = text;
            int runs = Math.max(0, text.length - run + 1);
            this.table = new int[Integer.highestOneBit(Math.max(8, runs) * 2) * 2];
            this.twice = new boolean[table.length];
            for (int at = 0; at < runs; at++) {
                int slot = slot(text, at);
                twice[slot] = table[slot] != 0;
                table[slot] = twice[slot] ? table[slot] : at + 1;
            }
        }

        int place(int[] other, int at) {
            int slot = slot(other, at);
            return twice[slot] ? TWICE : table[slot] - 1;
        }

        private int slot(int[] of, int at) {
            int hash = 0;
            for (int n = 0; n < run; n++) {
                hash = hash * 0x01000193 + of[at + n];
            }
            hash ^= hash >>> 15;
            int slot = hash & (table.length - 1);
            while (table[slot] != 0 && !same(of, at, table[slot] - 1)) {
                slot = slot + 1 & (table.length - 1);
            }
            return slot;
        }

        private boolean same(int[] of, int at, int here) {
            for (int n = 0; n < run; n++) {
                if (of[at + n] != text[here + n]) {
                    return false;
                }
            }
            return true;
        }
    }
}
