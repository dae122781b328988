package org.sanban.collation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;

/**
 * Paragraphs that were taken out in one place and put in at another: told once, as moved. What else differs within them is told, too.
 */
final class Moves {

    private static final int SHORT = 6;
    private static final int RUN = 4;
    private static final double ALIKE = 0.5;
    private static final int SLIDE = 200;

    private final int[] a;
    private final int[] b;
    private final NavigableSet<Integer> starts;
    private final List<Stretch> told = new ArrayList<>();
    private final List<int[]> gone = new ArrayList<>();
    private final List<int[]> come = new ArrayList<>();

    private Moves(int[] a, int[] b, NavigableSet<Integer> starts) {
        this.a = a;
        this.b = b;
        this.starts = starts;
    }

    /** @param starts where the paragraphs of the reference begin */
    static List<Stretch> told(int[] a, int[] b, List<Stretch> stretches, NavigableSet<Integer> starts) {
        if (stretches.stream().noneMatch(s -> s.gone() >= SHORT) || stretches.stream().noneMatch(s -> s.come() >= SHORT)) {
            return stretches;
        }
        Moves moves = new Moves(a, b, starts);
        stretches.forEach(moves::sort);
        moves.pair();
        moves.told.sort(Comparator.comparingInt(Stretch::from).thenComparingInt(Stretch::at));
        return moves.told;
    }

    /** Long ones may have moved; where a long one stands for a long one, both may. */
    private void sort(Stretch stretch) {
        boolean out = stretch.gone() >= SHORT;
        boolean in = stretch.come() >= SHORT;
        if (!out && !in) {
            told.add(stretch);
            return;
        }
        gone.add(stretch.gone() > 0 ? new int[] {stretch.from(), stretch.to(), stretch.at(), stretch.end()} : null);
        come.add(stretch.come() > 0 ? new int[] {stretch.at(), stretch.end(), stretch.from(), stretch.to()} : null);
    }

    private void pair() {
        List<List<int[]>> rest = new ArrayList<>();
        List<List<int[]>> left = new ArrayList<>();
        for (int n = 0; n < gone.size(); n++) {
            rest.add(gone.get(n) == null ? List.of() : paragraphs(n));
            left.add(new ArrayList<>(come.get(n) == null ? List.of() : List.of(new int[] {come.get(n)[0], come.get(n)[1]})));
        }
        for (int n = 0; n < rest.size(); n++) {
            List<int[]> stay = new ArrayList<>();
            for (int[] paragraph : rest.get(n)) {
                if (!found(paragraph, n, left)) {
                    stay.add(paragraph);
                }
            }
            rest.set(n, joined(stay));
        }
        for (int n = 0; n < rest.size(); n++) {
            tell(n, rest.get(n), left.get(n));
        }
    }

    /** A stretch taken out, cut into paragraphs. */
    private List<int[]> paragraphs(int n) {
        int from = gone.get(n)[0];
        int to = gone.get(n)[1];
        List<int[]> cut = new ArrayList<>();
        for (int at = from; at < to; ) {
            Integer next = starts.higher(at);
            int end = next == null || next > to ? to : next;
            cut.add(new int[] {at, end});
            at = end;
        }
        return cut;
    }

    private boolean found(int[] paragraph, int own, List<List<int[]>> left) {
        int length = paragraph[1] - paragraph[0];
        if (length < SHORT) {
            return false;
        }
        int[] words = Stretches.part(a, paragraph[0], paragraph[1]);
        int best = 0;
        int where = -1;
        int[] room = null;
        for (int n = 0; n < left.size(); n++) {
            for (int[] open : n == own ? List.<int[]>of() : left.get(n)) {
                int alike = open[1] - open[0] < SHORT ? 0 : Anchors.common(Anchors.between(words, Stretches.part(b, open[0], open[1]), RUN));
                if (alike > best && alike >= ALIKE * length) {
                    best = alike;
                    where = n;
                    room = open;
                }
            }
        }
        if (room == null) {
            return false;
        }
        begin(words, room, where);
        take(paragraph, span(words, room), where, left.get(where));
        return true;
    }

    private int[] span(int[] words, int[] room) {
        List<Anchors.Block> common = Anchors.between(words, Stretches.part(b, room[0], room[1]), RUN);
        int at = Math.max(room[0], room[0] + common.getFirst().there() - common.getFirst().at());
        int end = Math.min(room[1], room[0] + common.getLast().thereEnd() + words.length - common.getLast().end());
        return new int[] {at, end};
    }

    /** An insertion may be read a little earlier or later: from where the paragraph begins, where it can be. */
    private void begin(int[] words, int[] room, int n) {
        boolean alone = gone.get(n) == null && room[0] == come.get(n)[0] && room[1] == come.get(n)[1];
        int most = alone ? same(words, room[0]) : Integer.MAX_VALUE;
        int best = 0;
        for (int by = 1; alone && by <= Math.min(SLIDE, room[0]) && b[room[0] - by] == b[room[1] - by]; by++) {
            int same = same(words, room[0] - by);
            best = same > most && same >= RUN ? -by : best;
            most = Math.max(most, same);
        }
        for (int by = 1; alone && by <= SLIDE && room[1] + by <= b.length && b[room[0] + by - 1] == b[room[1] + by - 1]; by++) {
            int same = same(words, room[0] + by);
            best = same > most && same >= RUN ? by : best;
            most = Math.max(most, same);
        }
        shift(room, best, n);
    }

    private int same(int[] words, int at) {
        int same = 0;
        while (same < words.length && at + same < b.length && b[at + same] == words[same]) {
            same++;
        }
        return same;
    }

    private void shift(int[] room, int by, int n) {
        room[0] += by;
        room[1] += by;
        for (int k = 0; k < come.get(n).length; k++) {
            come.get(n)[k] += by;
        }
    }

    private void take(int[] paragraph, int[] span, int where, List<int[]> left) {
        Stretch last = told.isEmpty() ? null : told.getLast();
        boolean goesOn = last != null && last.moved() && last.to() == paragraph[0] && last.end() == span[0];
        if (goesOn) {
            told.removeLast();
        }
        Stretch move = new Stretch(goesOn ? last.from() : paragraph[0], paragraph[1], goesOn ? last.at() : span[0], span[1], true);
        between(paragraph[0], paragraph[1], span[0], span[1]);
        told.add(move);
        List<int[]> remains = new ArrayList<>();
        for (int[] open : left) {
            if (span[0] < open[1] && span[1] > open[0]) {
                remains.add(new int[] {open[0], span[0]});
                remains.add(new int[] {span[1], open[1]});
            } else {
                remains.add(open);
            }
        }
        left.clear();
        remains.stream().filter(open -> open[0] < open[1]).forEach(left::add);
    }

    private void between(int from, int to, int at, int end) {
        for (Stretch inner : Stretches.between(Stretches.part(a, from, to), Stretches.part(b, at, end))) {
            told.add(new Stretch(from + inner.from(), from + inner.to(), at + inner.at(), at + inner.end()));
        }
    }

    private static List<int[]> joined(List<int[]> spans) {
        List<int[]> joined = new ArrayList<>();
        for (int[] span : spans) {
            if (!joined.isEmpty() && joined.getLast()[1] == span[0]) {
                joined.getLast()[1] = span[1];
            } else {
                joined.add(new int[] {span[0], span[1]});
            }
        }
        return joined;
    }

    /** What did not move stands as it was found. */
    private void tell(int n, List<int[]> rest, List<int[]> left) {
        if (rest.size() == 1 && left.size() == 1) {
            between(rest.getFirst()[0], rest.getFirst()[1], left.getFirst()[0], left.getFirst()[1]);
            return;
        }
        int at = gone.get(n) == null ? come.get(n)[0] : gone.get(n)[2];
        int from = gone.get(n) == null ? come.get(n)[2] : gone.get(n)[0];
        rest.forEach(span -> told.add(new Stretch(span[0], span[1], at, at)));
        left.forEach(span -> told.add(new Stretch(from, from, span[0], span[1])));
    }
}
