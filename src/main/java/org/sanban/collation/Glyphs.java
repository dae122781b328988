package org.sanban.collation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The characters of a page by their places, put into lines. */
final class Glyphs {

    /** @param y of the base line, downwards; all in one unit, whichever */
    record Glyph(float x, float y, float width, float size, String text) {}

    private static final float SAME_LINE = 0.45f;
    private static final float BLANK = 0.25f;

    private Glyphs() {}

    /**
     * A line of text, or a row of a table.
     *
     * @param y of its base line, or the upper edge of the row
     * @param cells more than one in a table
     */
    record Placed(double y, double left, double right, double size, List<String> cells) {}

    /** As an eye reads them: from the top down, each from the left; in a table a cell after the other, however many lines they take. */
    static List<Placed> placed(List<Glyph> glyphs, Rules rules) {
        List<Placed> placed = new ArrayList<>();
        Set<Glyph> rest = Collections.newSetFromMap(new IdentityHashMap<>());
        rest.addAll(glyphs);
        rules.rows(glyphs).values().forEach(cells -> {
            List<Glyph> all = cells.values().stream().flatMap(List::stream).toList();
            all.forEach(rest::remove);
            List<String> texts = cells.values().stream().map(cell -> String.join("", split(cell).stream().map(Glyphs::text).toList())).toList();
            placed.add(placed(all.stream().mapToDouble(glyph -> glyph.y() - glyph.size()).min().orElse(0), all, texts));
        });
        split(glyphs.stream().filter(rest::contains).toList()).forEach(line -> placed.add(placed(line.getFirst().y(), line, List.of(text(line)))));
        placed.removeIf(one -> one.cells().stream().allMatch(String::isBlank));
        placed.sort(Comparator.comparingDouble(Placed::y));
        return placed;
    }

    private static Placed placed(double y, List<Glyph> glyphs, List<String> cells) {
        List<Glyph> inked = glyphs.stream().filter(glyph -> !glyph.text().isBlank()).toList();
        return new Placed(
                y, inked.stream().mapToDouble(Glyph::x).min().orElse(0), inked.stream().mapToDouble(glyph -> glyph.x() + glyph.width()).max().orElse(0),
                glyphs.getFirst().size(), cells);
    }

    static List<ProofText.Line> lines(int page, List<Placed> placed) {
        List<ProofText.Line> lines = new ArrayList<>();
        placed.forEach(one -> lines.add(new ProofText.Line(page, lines.size() + 1, String.join("\u3000", one.cells()))));
        return lines;
    }

    private static List<List<Glyph>> split(List<Glyph> glyphs) {
        List<Glyph> down = new ArrayList<>(glyphs);
        down.sort(Comparator.comparingDouble(Glyph::y).thenComparingDouble(Glyph::x));
        List<List<Glyph>> lines = new ArrayList<>();
        for (Glyph next : down) {
            if (lines.isEmpty() || next.y() - lines.getLast().getLast().y() > SAME_LINE * Math.min(next.size(), lines.getLast().getLast().size())) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(next);
        }
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
        String text = text(line);
        if (!text.isBlank()) {
            lines.add(new ProofText.Line(page, lines.size() + 1, text));
        }
        line.clear();
    }

    private static String text(List<Glyph> line) {
        List<Glyph> across = new ArrayList<>(line);
        across.sort(Comparator.comparingDouble(Glyph::x));
        StringBuilder text = new StringBuilder();
        float end = Float.MAX_VALUE;
        for (Glyph glyph : across) {
            text.append(glyph.x() - end > BLANK * glyph.size() ? " " : "").append(glyph.text());
            end = glyph.x() + glyph.width();
        }
        return text.toString();
    }
}
