package org.sanban.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Level and upright lines of a page, between which the cells of its tables lie; downwards, in the unit of the glyphs. */
final class Rules {

    /** @param from and {@code to} the ends of the line along itself, {@code at} where it lies across */
    private record Rule(double at, double from, double to) {}

    /** The lines around a place. */
    record Cell(int left, int top, int right, int bottom) {}

    static final Rules NONE = new Rules();

    private static final int MOST = 2_000;
    private static final double STRAIGHT = 3;
    private static final double SHORTEST = 8;
    private static final double TOUCHES = 2;

    private final List<Rule> level = new ArrayList<>();
    private final List<Rule> upright = new ArrayList<>();

    void add(double x1, double y1, double x2, double y2) {
        if (level.size() + upright.size() >= MOST) {
            return;
        }
        if (y2 - y1 < STRAIGHT && x2 - x1 > SHORTEST) {
            level.add(new Rule(same(level, (y1 + y2) / 2), x1, x2));
        } else if (x2 - x1 < STRAIGHT && y2 - y1 > SHORTEST) {
            upright.add(new Rule(same(upright, (x1 + x2) / 2), y1, y2));
        }
    }

    /**
     * Glyphs that stand in cells beside one another, by the upper edge of their row and their cell in it; what is left is no table. The order in a
     * row is that of its cells, in a cell that of the glyphs.
     */
    Map<Integer, Map<Integer, List<Glyphs.Glyph>>> rows(List<Glyphs.Glyph> glyphs) {
        Map<Integer, Map<Integer, List<Glyphs.Glyph>>> rows = new TreeMap<>();
        if (upright.size() > 2 && level.size() > 1) {
            for (Glyphs.Glyph glyph : glyphs) {
                Cell cell = cell(glyph);
                if (cell != null) {
                    rows.computeIfAbsent(cell.top(), top -> new TreeMap<>()).computeIfAbsent(cell.left(), left -> new ArrayList<>()).add(glyph);
                }
            }
            rows.values().removeIf(cells -> cells.size() < 2);
        }
        return rows;
    }

    private @Nullable Cell cell(Glyphs.Glyph glyph) {
        double x = glyph.x() + glyph.width() / 2;
        double y = glyph.y() - glyph.size() / 3;
        double left = nearest(upright, x, y, false);
        double right = nearest(upright, x, y, true);
        double top = nearest(level, y, x, false);
        double bottom = nearest(level, y, x, true);
        boolean closed = !Double.isNaN(left) && !Double.isNaN(right) && !Double.isNaN(top) && !Double.isNaN(bottom);
        return closed ? new Cell(rounded(left), rounded(top), rounded(right), rounded(bottom)) : null;
    }

    /** Lines that touch are one. */
    private static double same(List<Rule> rules, double at) {
        return rules.stream().mapToDouble(Rule::at).filter(other -> Math.abs(other - at) < TOUCHES).findFirst().orElse(at);
    }

    private static int rounded(double at) {
        return (int) Math.round(at * 10);
    }

    private static double nearest(List<Rule> rules, double across, double along, boolean after) {
        double found = Double.NaN;
        for (Rule rule : rules) {
            boolean there = rule.from() - TOUCHES <= along && along <= rule.to() + TOUCHES && (after ? rule.at() >= across : rule.at() < across);
            if (there && (Double.isNaN(found) || Math.abs(rule.at() - across) < Math.abs(found - across))) {
                found = rule.at();
            }
        }
        return found;
    }
}
