package org.sanban.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line by months, ready to be drawn: a control chart where it has limits. The limits of a u-chart are the mean of all months, plus and
 * minus three times the root of the mean over the month's number (NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1); they
 * widen where a month had little work.
 *
 * @param marks points; {@code out} lies beyond its limits
 */
public record Chart(String title, List<Mark> marks, String line, @Nullable String upper, @Nullable String lower, double middle, List<Tick> ticks, List<Tick> months) {

    static final int WIDTH = 720;
    static final int HEIGHT = 190;
    private static final int LEFT = 40;
    private static final int TOP = 14;
    private static final int BOTTOM = 26;
    private static final int MOST_LABELS = 12;

    public record Mark(double x, double y, String label, String href, boolean out) {}

    /** @param text on an axis at a place of it */
    public record Tick(double at, String text) {}

    /** @param of in how many; a month with none is left out of the line */
    record Point(LocalDate month, int count, int of, String href) {}

    /** Events per hundred by month, with control limits. */
    static Chart control(String title, List<Point> points, Words words) {
        double events = points.stream().mapToInt(Point::count).sum();
        double of = points.stream().mapToInt(Point::of).sum();
        double mean = of == 0 ? 0 : events / of;
        double top = points.stream().filter(p -> p.of() > 0).mapToDouble(p -> Math.max((double) p.count() / p.of(), limit(mean, p.of(), 1))).max().orElse(0.01);
        return draw(title, points, words, 100 * mean, 0, Math.max(top * 105, 1), true);
    }

    /** Shares in hundredths by month. */
    static Chart shares(String title, List<Point> points, Words words) {
        double low = points.stream().filter(p -> p.of() > 0).mapToDouble(p -> 100.0 * p.count() / p.of()).min().orElse(0);
        double events = points.stream().mapToInt(Point::count).sum();
        double of = points.stream().mapToInt(Point::of).sum();
        return draw(title, points, words, of == 0 ? 0 : 100 * events / of, Math.max(0, Math.floor((low - 5) / 10) * 10), 100, false);
    }

    static double limit(double mean, int of, int side) {
        return Math.max(0, mean + side * 3 * Math.sqrt(mean / of));
    }

    private static Chart draw(String title, List<Point> points, Words words, double middle, double low, double high, boolean limits) {
        List<Mark> marks = new ArrayList<>();
        List<Tick> months = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        double wide = (double) (WIDTH - LEFT - 10) / Math.max(1, points.size());
        int every = (points.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int n = 0; n < points.size(); n++) {
            Point p = points.get(n);
            double x = LEFT + wide * (n + 0.5);
            if (n % Math.max(1, every) == 0) {
                months.add(new Tick(x, p.month().getMonthValue() == 1 || n == 0 ? p.month().getYear() + "-" + p.month().getMonthValue() : String.valueOf(p.month().getMonthValue())));
            }
            if (p.of() == 0) {
                continue;
            }
            double value = 100.0 * p.count() / p.of();
            double above = 100 * limit(middle / 100, p.of(), 1);
            double below = 100 * limit(middle / 100, p.of(), -1);
            boolean out = limits && (value > above || value < below);
            line.append(line.isEmpty() ? "M" : "L").append(at(x)).append(' ').append(at(y(value, low, high)));
            step(upper, x, wide, y(above, low, high));
            step(lower, x, wide, y(below, low, high));
            marks.add(new Mark(x, y(value, low, high),
                    words.t("reports.chart.point", words.month(p.month()), String.format(Locale.ROOT, limits ? "%.2f" : "%.1f%%", value), words.count(p.count()), words.count(p.of())), p.href(), out));
        }
        return new Chart(title, marks, line.toString(), limits ? upper.toString() : null, limits ? lower.toString() : null, y(middle, low, high), ticks(low, high, limits), months);
    }

    private static void step(StringBuilder path, double x, double wide, double y) {
        path.append(path.isEmpty() ? "M" : "L").append(at(x - wide / 2)).append(' ').append(at(y)).append('H').append(at(x + wide / 2));
    }

    private static List<Tick> ticks(double low, double high, boolean rate) {
        List<Tick> ticks = new ArrayList<>();
        for (int n = 0; n <= 4; n++) {
            double value = low + (high - low) * n / 4;
            ticks.add(new Tick(y(value, low, high), String.format(Locale.ROOT, rate ? high < 4 ? "%.2f" : "%.1f" : "%.0f%%", value)));
        }
        return ticks;
    }

    private static double y(double value, double low, double high) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / (high - low));
    }

    private static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A number for an attribute of the drawing. */
    public String n(double value) {
        return at(value);
    }
}
