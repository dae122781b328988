package org.sanban.layout;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.sanban.layout.write.WordGrid;

/**
 * Where a program for words would end its lines, and what must be told it so that it ends them where the paper does: it knows nothing of numbers
 * that stay with what they count, nor of names that are not broken. Such a line stands a little wider, as it would if it were filled. Lengths are
 * twips.
 */
final class WordLines {

    /** Letters of one line, and how much wider than on the grid all of them together stand. */
    record Line(List<Letter> letters, int wider) {}

    /** What programs may differ by in a line. */
    private static final int SURE = 10;
    /** What a program may lose by rounding at the end of a stretch. */
    private static final int SPARE = 3;
    /** A line that lacks more characters is not filled. */
    private static final int FILLED = 3;
    /** How far the right edge of a list of names may be moved, outwards and inwards, in characters. */
    private static final double OUT = 1.5;
    private static final double IN = 4;

    private final List<Letter> letters;
    private final List<List<Letter>> lines;
    private final int first;
    private final int rest;
    private final int width;
    private final List<Integer> ends = new ArrayList<>();

    private WordLines(Piece.Flow flow, double width) {
        letters = flow.letters();
        lines = flow.lines(width);
        first = WordGrid.twips(flow.first());
        rest = WordGrid.twips(flow.rest());
        this.width = WordGrid.twips(width - flow.right());
        int at = 0;
        for (int n = 1; n < lines.size(); n++) {
            at += lines.get(n - 1).size();
            while (letters.get(at) != lines.get(n).getFirst()) {
                at++;
            }
            ends.add(at);
        }
        ends.add(letters.size());
    }

    /** How far characters of a type stand from each other beyond their own width, so that as many stand on a line as the grid says. */
    static int closer(Type type) {
        return (int) Math.floor((type.cell() - type.size()) / Figures.POINT * 20 + 0.001);
    }

    /** The same for one letter: what is half as wide as others gives way half as much. */
    static int closer(Letter letter) {
        Type type = letter.type();
        return half(letter) ? (int) Math.round((type.cell() - type.size()) / 2 / Figures.POINT * 20) : closer(type);
    }

    static boolean half(Letter letter) {
        return letter.width() <= 0.75 * letter.type().cell();
    }

    /** @param filled the lines reach the right edge */
    static List<Line> of(Piece.Flow flow, double width, boolean filled) {
        WordLines words = new WordLines(flow, width);
        List<Line> done = new ArrayList<>();
        int from = 0;
        for (int n = 0; n < words.ends.size(); n++) {
            int to = words.ends.get(n);
            done.add(new Line(words.letters.subList(from, to), flow.names() ? 0 : words.wider(from, to, n, filled)));
            from = to;
        }
        return done;
    }

    /** How far inwards (negative: outwards) the right edge of a list of names must stand so that no name is broken; 0 where none helps. */
    static int edge(Piece.Flow flow, double width) {
        WordLines words = new WordLines(flow, width);
        int character = WordGrid.twips(flow.letters().isEmpty() ? 1 : flow.letters().getFirst().type().cell());
        for (int in = (int) (-OUT * character); in <= IN * character; in += character / 8) {
            if (words.same(in - SURE) && words.same(in) && words.same(in + SURE)) {
                return in;
            }
        }
        return 0;
    }

    private boolean same(int in) {
        int from = 0;
        for (int n = 0; n < ends.size(); n++) {
            if (natural(from, width - in - (n == 0 ? first : rest), false, false) != ends.get(n)) {
                return false;
            }
            from = ends.get(n);
        }
        return true;
    }

    private int wider(int from, int to, int n, boolean filled) {
        int room = width - (n == 0 ? first : rest);
        IntSummaryStatistics natural = IntStream.range(0, filled ? 4 : 2)
                .map(way -> natural(from, room - (way % 2 == 0 ? 0 : SURE), way > 1, way % 2 == 1)).summaryStatistics();
        int free = room - SURE - SPARE * ends(from, to) - width(from, to, true);
        if (to == from) {
            return 0;
        }
        if (natural.getMin() < to) {
            return Math.min(0, free);
        }
        if (filled && n < ends.size() - 1 && free > to - from && free < FILLED * WordGrid.twips(letters.get(from).type().cell())) {
            return free;
        }
        if (natural.getMax() == to) {
            return 0;
        }
        int next = to + 1;
        while (next < letters.size() && !mayEnd(next)) {
            next++;
        }
        int fits = filled && next > to + 1 && !letters.get(next - 1).mayBegin() ? next - 1 : next;
        return Math.max(0, room + SURE - width(from, fits, false));
    }

    /**
     * Where a line ends that begins here.
     *
     * @param hanging a mark of punctuation may hang over the edge
     * @param stretches as with {@link #width(int, int, boolean)}
     */
    private int natural(int from, int room, boolean hanging, boolean stretches) {
        int to = from;
        while (to < letters.size() && width(from, to + 1, stretches) <= room) {
            to++;
        }
        if (hanging && to > from && to < letters.size() && !letters.get(to).mayBegin()) {
            to++;
        }
        while (to < letters.size() && letters.get(to).character() == ' ') {
            to++;
        }
        for (int at = to; at > from && at < letters.size(); at--) {
            if (mayEnd(at)) {
                return at;
            }
        }
        return to;
    }

    private boolean mayEnd(int at) {
        Letter before = letters.get(at - 1);
        Letter after = letters.get(at);
        return before.character() == ' ' || before.mayEnd() && after.mayBegin() && after.character() != 0x3000 && !before.joins(after);
    }

    /** @param stretches the last letter of each stretch of one script keeps its own width, as LibreOffice has it */
    private int width(int from, int to, boolean stretches) {
        int sum = 0;
        for (int n = from; n < to; n++) {
            Letter letter = letters.get(n);
            double size = letter.type().size() / Figures.POINT * 20;
            sum += (int) Math.round(half(letter) ? size / 2 : size) + (stretches && n + 1 < to && ends(n) ? 0 : closer(letter));
        }
        return sum;
    }

    private boolean ends(int at) {
        return half(letters.get(at)) != half(letters.get(at + 1));
    }

    private int ends(int from, int to) {
        return (int) IntStream.range(from, to - 1).filter(this::ends).count();
    }
}
