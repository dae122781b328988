package org.sanban.layout;

import java.util.List;
import java.util.Locale;

/** Bars and lines of a book, drawn with strokes alone and in black, so that a copy shows what the print shows. Lengths in mm. */
final class BookChart {

    /** Height of a line over time with its labels. */
    static final double TREND = 48;

    private static final double LABELS = 0.36;
    private static final double NUMBERS = 0.14;
    private static final double THIN = 0.08;
    private static final double OUTLINE = 0.18;
    private static final double LINE = 0.45;
    private static final double APART = 1.5;
    private static final double DASH = 1.4;
    private static final int GRID = 4;
    private static final double AXIS = 14;

    private BookChart() {}

    /** @param label broken into lines */
    record Row(List<List<Letter>> label, List<Letter> number, double share, double width, double size) {

        int lines() {
            return Math.max(1, label.size());
        }

        void draw(Drawing page, Book.Hatch hatch, double left, double top, double pitch) {
            double at = top + (pitch - size) / 2;
            for (List<Letter> line : label) {
                page.text(line, left, at);
                at += pitch;
            }
            double from = left + width * LABELS + 2;
            double to = from + Math.max(0.3, share * width * (1 - LABELS - NUMBERS));
            double middle = top + lines() * pitch / 2;
            box(page, from, to, middle - pitch * 0.32, middle + pitch * 0.32, hatch);
            page.text(number, to + 2, middle - size / 2);
        }
    }

    static Row row(Book.Bar bar, Casting casting, Type type, double width, String element) {
        return new Row(Lines.of(casting.letters(bar.label(), type, element), width * LABELS, width * LABELS), casting.letters(bar.number(), type, element), Math.clamp(bar.share(), 0, 1), width, type.size());
    }

    private static void box(Drawing page, double left, double right, double top, double bottom, Book.Hatch hatch) {
        frame(page, left, right, top, bottom);
        if (hatch != Book.Hatch.EMPTY) {
            slanted(page, left, right, top, bottom, 1);
        }
        if (hatch == Book.Hatch.CROSSED) {
            slanted(page, left, right, top, bottom, -1);
        }
    }

    private static void frame(Drawing page, double left, double right, double top, double bottom) {
        page.stroke(left, top, right, top, OUTLINE, Ink.BLACK);
        page.stroke(left, bottom, right, bottom, OUTLINE, Ink.BLACK);
        page.stroke(left, top, left, bottom, OUTLINE, Ink.BLACK);
        page.stroke(right, top, right, bottom, OUTLINE, Ink.BLACK);
    }

    /** Lines at half a right angle, cut off at the sides. @param way 1 upwards to the right, -1 downwards */
    private static void slanted(Drawing page, double left, double right, double top, double bottom, int way) {
        double height = bottom - top;
        for (double x = left - height + APART; x < right; x += APART) {
            double from = Math.max(0, (left - x) / height);
            double to = Math.min(1, (right - x) / height);
            if (to > from) {
                double start = way > 0 ? bottom - from * height : top + from * height;
                double end = way > 0 ? bottom - to * height : top + to * height;
                page.stroke(x + from * height, start, x + to * height, end, THIN, Ink.BLACK);
            }
        }
    }

    static void draw(Book.Trend trend, Drawing page, Casting casting, Type type, double left, double top, double width, String element) {
        double start = left + AXIS;
        double floor = top + TREND - 2 * type.size();
        double ceiling = top + type.size() / 2;
        for (int n = 0; n <= GRID; n++) {
            double value = trend.from() + (trend.to() - trend.from()) * n / GRID;
            double y = y(value, trend, floor, ceiling);
            page.stroke(start, y, left + width, y, THIN, Ink.BLACK);
            List<Letter> text = casting.letters(String.format(Locale.ROOT, trend.form(), value), type, element);
            page.text(text, start - 1.5 - Lines.width(text), y - type.size() / 2);
        }
        dashed(page, start, left + width, y(trend.middle(), trend, floor, ceiling), 3 * DASH);
        double wide = (width - AXIS) / Math.max(1, trend.points().size());
        double lastX = 0;
        double lastY = Double.NaN;
        for (int n = 0; n < trend.points().size(); n++) {
            Book.Point point = trend.points().get(n);
            double x = start + wide * (n + 0.5);
            List<Letter> label = casting.letters(point.label(), type, element);
            if (!point.label().isEmpty()) {
                page.text(label, x - Lines.width(label) / 2, floor + type.size() / 2);
            }
            if (point.high() != null) {
                dashed(page, x - wide / 2, x + wide / 2, y(point.high(), trend, floor, ceiling), DASH);
            }
            if (point.low() != null) {
                dashed(page, x - wide / 2, x + wide / 2, y(point.low(), trend, floor, ceiling), DASH);
            }
            if (point.value() == null) {
                continue;
            }
            double y = y(point.value(), trend, floor, ceiling);
            if (!Double.isNaN(lastY)) {
                page.stroke(lastX, lastY, x, y, LINE, Ink.BLACK);
            }
            mark(page, x, y, point.beyond());
            lastX = x;
            lastY = y;
        }
    }

    /** A square; what lies beyond its limits has a frame around it. */
    private static void mark(Drawing page, double x, double y, boolean beyond) {
        page.stroke(x - 0.7, y, x + 0.7, y, 1.4, Ink.BLACK);
        if (beyond) {
            frame(page, x - 1.6, x + 1.6, y - 1.6, y + 1.6);
        }
    }

    private static void dashed(Drawing page, double from, double to, double y, double length) {
        for (double x = from; x < to; x += 1.6 * length) {
            page.stroke(x, y, Math.min(x + length, to), y, OUTLINE, Ink.BLACK);
        }
    }

    private static double y(double value, Book.Trend trend, double floor, double ceiling) {
        return floor - (floor - ceiling) * Math.clamp((value - trend.from()) / (trend.to() - trend.from()), 0, 1);
    }
}
