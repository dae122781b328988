package org.sanban.layout;

import java.util.ArrayList;
import java.util.List;

/** A page in the making. Text is placed by the upper edge of its characters. */
final class Drawing {

    /** The base line stands this far below the upper edge of a character, in em (ideographic em box). */
    static final double BASE = 0.88;

    final int number;
    final double width;
    final double height;
    boolean numbered = true;
    private final List<Run> runs = new ArrayList<>();
    private final List<Stroke> strokes = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();

    Drawing(int number, double width, double height) {
        this.number = number;
        this.width = width;
        this.height = height;
    }

    void text(List<Letter> letters, double x, double top) {
        text(letters, x, top, 0);
    }

    /** @param wider added to the width of each letter but the last, to fill the line */
    void text(List<Letter> letters, double x, double top, double wider) {
        int from = 0;
        double at = x;
        for (int to = 1; to <= letters.size(); to++) {
            if (to == letters.size() || !together(letters.get(to - 1), letters.get(to))) {
                List<Letter> same = letters.subList(from, to);
                run(same, at, top, wider);
                at += Lines.width(same) + wider * same.size();
                from = to;
            }
        }
    }

    private static boolean together(Letter a, Letter b) {
        return a.face() == b.face() && a.type().size() == b.type().size() && a.type().ink() == b.type().ink()
                && a.place().element().equals(b.place().element());
    }

    private void run(List<Letter> letters, double x, double top, double wider) {
        Letter first = letters.getFirst();
        StringBuilder text = new StringBuilder();
        double[] steps = new double[letters.size() - 1];
        double cell = x;
        double last = 0;
        for (int n = 0; n < letters.size(); n++) {
            Letter letter = letters.get(n);
            double at = cell + (letter.width() - letter.advance()) / 2;
            if (n > 0) {
                steps[n - 1] = at - last;
            }
            last = at;
            cell += letter.width() + wider;
            text.appendCodePoint(letter.character());
        }
        double start = x + (first.width() - first.advance()) / 2;
        double size = first.type().size();
        runs.add(new Run(start, top + BASE * size, size, first.type().ink(), first.face(), text.toString(), steps, first.place(), false));
    }

    void stroke(double x1, double y1, double x2, double y2, double thick, Ink ink) {
        strokes.add(new Stroke(x1, y1, x2, y2, thick, ink));
    }

    void seal(Seal seal) {
        seals.add(seal);
    }

    /** Puts what was drawn on {@code across} (a page lying on its side) onto this one, its head at the left edge. */
    void turned(Drawing across, double left, double bottom) {
        for (Run r : across.runs) {
            runs.add(new Run(left + r.y(), bottom - r.x(), r.size(), r.ink(), r.face(), r.text(), r.steps(), r.place(), true));
        }
        for (Stroke s : across.strokes) {
            strokes.add(new Stroke(left + s.y1(), bottom - s.x1(), left + s.y2(), bottom - s.x2(), s.width(), s.ink()));
        }
    }

    Page page() {
        return new Page(number, numbered, width, height, List.copyOf(runs), List.copyOf(strokes), List.copyOf(seals));
    }
}
