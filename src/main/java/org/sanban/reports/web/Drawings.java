package org.sanban.reports.web;

import java.util.ArrayList;
import java.util.List;
import org.sanban.layout.Book;
import org.sanban.reports.ErrorReport;
import org.sanban.reports.TimeReport;

/** The charts of the reports for paper: the same figures as on the page, told apart by hatching, not by colour. */
record Drawings(Words words) {

    List<Book.Part> of(ErrorsView view) {
        ErrorReport report = view.report();
        List<Book.Part> parts = new ArrayList<>();
        trend(parts, "reports.errors.trend", report.months().stream().map(m -> new Chart.Point(m.month(), m.errors(), m.handled(), "")).toList(), true);
        trend(parts, "reports.errors.trend-near", report.months().stream().map(m -> new Chart.Point(m.month(), m.nearMisses(), m.handled(), "")).toList(), true);
        note(parts, "reports.chart.says-paper");
        bars(parts, "reports.errors.kinds", view.kinds(), Book.Hatch.SLANTED);
        bars(parts, "reports.errors.severities", view.severities(), Book.Hatch.CROSSED);
        bars(parts, "reports.errors.types", view.types(), Book.Hatch.SLANTED);
        bars(parts, "reports.errors.sources", view.sources(), Book.Hatch.CROSSED);
        bars(parts, "reports.errors.distances", view.distances(), Book.Hatch.EMPTY);
        return parts;
    }

    List<Book.Part> of(TimeView view) {
        TimeReport report = view.report();
        List<Book.Part> parts = new ArrayList<>();
        trend(parts, "reports.time.trend", report.months().stream().map(m -> new Chart.Point(m.month(), m.onTime(), m.due(), "")).toList(), false);
        bars(parts, "reports.time.why", view.reasons(), Book.Hatch.SLANTED);
        return parts;
    }

    private void bars(List<Book.Part> parts, String title, List<Bar> bars, Book.Hatch hatch) {
        if (!bars.isEmpty()) {
            parts.add(new Book.Heading(2, words.t(title)));
            parts.add(new Book.Bars(hatch, bars.stream().map(bar -> new Book.Bar(bar.label(), bar.width() / 100.0, bar.note().isEmpty() ? words.count(bar.count()) : words.count(bar.count()) + "  " + bar.note())).toList()));
        }
    }

    private void note(List<Book.Part> parts, String key) {
        if (!parts.isEmpty()) {
            parts.add(new Book.Note(words.t(key)));
        }
    }

    /** @param rate events per hundred with control limits, as on the page; else shares */
    private void trend(List<Book.Part> parts, String title, List<Chart.Point> months, boolean rate) {
        int count = months.stream().mapToInt(Chart.Point::count).sum();
        int of = months.stream().mapToInt(Chart.Point::of).sum();
        if (of == 0) {
            return;
        }
        double mean = (double) count / of;
        int every = (months.size() + 11) / 12;
        List<Book.Point> points = new ArrayList<>();
        for (int n = 0; n < months.size(); n++) {
            Chart.Point p = months.get(n);
            String label = n % every > 0 ? "" : p.month().getMonthValue() == 1 || n == 0 ? p.month().getYear() + "-" + p.month().getMonthValue() : String.valueOf(p.month().getMonthValue());
            points.add(p.of() == 0 ? new Book.Point(label, null, null, null)
                    : new Book.Point(label, 100.0 * p.count() / p.of(), rate ? 100 * Chart.limit(mean, p.of(), -1) : null, rate ? 100 * Chart.limit(mean, p.of(), 1) : null));
        }
        double most = points.stream().mapToDouble(p -> Math.max(p.value() == null ? 0 : p.value(), p.high() == null ? 0 : p.high())).max().orElse(1);
        double least = points.stream().filter(p -> p.value() != null).mapToDouble(p -> p.value() == null ? 0 : p.value()).min().orElse(0);
        parts.add(new Book.Heading(2, words.t(title)));
        parts.add(rate ? new Book.Trend(points, 0, Math.max(1, most * 1.05), 100 * mean, most < 4 ? "%.2f" : "%.1f")
                : new Book.Trend(points, Math.max(0, Math.floor((least - 5) / 10) * 10), 100, 100 * mean, "%.0f%%"));
    }
}
