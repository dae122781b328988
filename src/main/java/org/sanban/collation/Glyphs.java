package org.sanban.collation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The characters of a page by their places, put into lines. */
final class Glyphs {

    /** @param y of the base line, downwards; all in one unit, whichever */
    record Glyph(float x, float y, float width, float size, String text) {}

    private static final float SAME_LINE = 0.45f;
    private static final float BLANK = 0.25f;

    private Glyphs() {}

    /** As an eye reads them: from the top down, each from the left. */
    static List<ProofText.Line> lines(int page, List<Glyph> glyphs) {
        List<Glyph> down = new ArrayList<>(glyphs);
        down.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        List<ProofText.Line> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph next : down) {
            if (!line.isEmpty() && next.y() - line.getLast().y() > SAME_LINE * Math.min(next.size(), line.getLast().size())) {
                add(page, line, lines);
            }
            line.add(next);
        }
        add(page, line, lines);
        return lines;
    }

    /** In the order in which the file was written; a line ends where the next character stands elsewhere. */
    static List<ProofText.Line> written(int page, List<Glyph> glyphs) {
        List<ProofText.Line> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        for (Glyph next : glyphs) {
            if (!line.isEmpty() && (Math.abs(next.y() - line.getLast().y()) > SAME_LINE * line.getLast().size() || next.x() < line.getLast().x())) {
                add(page, line, lines);
            }
            line.add(next);
        }
        add(page, line, lines);
        return lines;
    }

    private static void add(int page, List<Glyph> line, List<ProofText.Line> lines) {
        line.sort(Comparator.comparingDouble(Glyph::x));
        StringBuilder text = new StringBuilder();
        float end = Float.MAX_VALUE;
        for (Glyph glyph : line) {
            text.append(glyph.x() - end > BLANK * glyph.size() ? " " : "").append(glyph.text());
            end = glyph.x() + glyph.width();
        }
        if (!text.toString().isBlank()) {
            lines.add(new ProofText.Line(page, lines.size() + 1, text.toString()));
        }
        line.clear();
    }
}
