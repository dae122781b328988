package org.sanban.reports.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.reports.ErrorFigure;
import org.sanban.reports.ErrorReport;
import org.sanban.reports.ErrorRow;
import org.sanban.reports.FactRow;
import org.sanban.reports.Measure;
import org.sanban.reports.Range;
import org.sanban.reports.TimeReport;

/** The reports as tables: for the workbook, and for the paper. */
record Tables(Words words) {

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private List<String> heads(String... keys) {
        return Arrays.stream(keys).map(key -> words.t("reports.sheet." + key)).toList();
    }

    private ReportSheet sheet(String name, List<String> heads, List<List<@Nullable Object>> rows) {
        return new ReportSheet(words.t("reports.sheet." + name), heads, rows);
    }

    List<ReportSheet> of(ErrorsView view) {
        ErrorReport report = view.report();
        List<List<@Nullable Object>> figures = new ArrayList<>();
        figures.add(row(words.t("reports.period"), words.span(report.span()), null, null));
        figures.add(row(words.t("reports.errors.rate"), value(report.rate()), low(report.rate()), high(report.rate())));
        figures.add(row(words.t("reports.errors.handled"), report.handled(), null, null));
        for (ErrorFigure figure : ErrorFigure.values()) {
            figures.add(row(words.t("reports.error." + figure), report.count(figure), null, null));
        }
        figures.add(row(words.t("reports.errors.actions"), report.actions().due(), report.actions().onTime(), report.actions().verified()));
        List<List<@Nullable Object>> parts = new ArrayList<>();
        for (List<Bar> bars : List.of(view.kinds(), view.types(), view.severities(), view.distances())) {
            bars.forEach(bar -> parts.add(row(bar.label(), bar.count(), bar.note())));
        }
        return List.of(
                sheet("figures", heads("figure", "value", "low", "high"), figures),
                sheet("parts", heads("part", "count", "sum"), parts),
                sheet("steps", heads("business", "introduced", "found", "count"), report.routes().stream()
                        .map(r -> row(words.word("business", r.business()), words.stage(r.business(), r.introduced()), words.stage(r.business(), r.found()), r.count())).toList()),
                sheet("subjects", heads("kind", "errors", "handled", "rate", "low", "high"), report.subjects().stream()
                        .map(p -> row(p.code().isEmpty() ? words.t("reports.errors.subjects.none") : words.kind(p.code()), p.count(), p.handled(), value(p.rate()), low(p.rate()), high(p.rate()))).toList()),
                sheet("units", heads("unit", "errors", "handled", "rate", "low", "high"), report.units().stream()
                        .map(p -> row(words.unit(Long.parseLong(p.code())), p.count(), p.handled(), value(p.rate()), low(p.rate()), high(p.rate()))).toList()),
                sheet("months", heads("month", "errors", "near", "handled"), report.months().stream().map(m -> row(m.month(), m.errors(), m.nearMisses(), m.handled())).toList()));
    }

    List<ReportSheet> of(TimeView view) {
        TimeReport report = view.report();
        List<List<@Nullable Object>> figures = new ArrayList<>();
        figures.add(row(words.t("reports.period"), words.span(report.span())));
        report.counts().forEach((measure, count) -> figures.add(row(words.t("reports.measure." + measure), count)));
        return List.of(
                sheet("figures", heads("figure", "value"), figures),
                sheet("steps", heads("kind", "step", "due", "on-time", "open", "done", "returned", "own", "own90", "waiting", "working", "working90", "natural", "natural90"),
                        report.steps().stream().map(s -> row(words.kind(s.kind()), words.step(s.kind(), s.step()), s.count(Measure.DUE), s.count(Measure.DUE_ON_TIME), s.count(Measure.MISSED_OPEN),
                                s.count(Measure.DONE), s.count(Measure.RETURNED), s.own().percentile(0.5), s.own().percentile(0.9), s.waiting().percentile(0.5), s.working().percentile(0.5),
                                s.working().percentile(0.9), s.natural().percentile(0.5), s.natural().percentile(0.9))).toList()),
                sheet("units", heads("unit", "due", "on-time", "open"), report.units().stream().map(u -> row(words.unit(u.unit()), u.due(), u.onTime(), u.open())).toList()),
                sheet("months", heads("month", "due", "on-time"), report.months().stream().map(m -> row(m.month(), m.due(), m.onTime())).toList()));
    }

    List<ReportSheet> errors(ErrorFigure figure, List<ErrorRow> rows) {
        return List.of(new ReportSheet(words.t("reports.error." + figure), heads("no", "business", "kind", "type", "severity", "introduced", "found", "unit", "made", "seen", "what"), rows.stream()
                .map(r -> row(r.no(), words.word("business", r.business()), words.word("kind", r.kind()), words.word("type", r.type()), words.word("severity", r.severity()),
                        words.stage(r.business(), r.introducedStep()), words.stage(r.business(), r.foundStep()), words.unit(r.unit()), r.made(), r.found(), r.description())).toList()));
    }

    List<ReportSheet> facts(Measure measure, List<FactRow> rows) {
        return List.of(new ReportSheet(words.t("reports.measure." + measure), heads("number", "title", "step", "unit", "since", "time", "due", "done", "own", "waiting"), rows.stream()
                .map(r -> row(r.number(), r.title(), words.step(r.subject().split("/")[0], r.step()), words.unit(r.unit()), r.since(), r.time(), r.due(), r.done(), r.ownMinutes(), r.waitingMinutes())).toList()));
    }

    private static @Nullable Double value(@Nullable Range range) {
        return range == null ? null : range.value();
    }

    private static @Nullable Double low(@Nullable Range range) {
        return range == null ? null : range.low();
    }

    private static @Nullable Double high(@Nullable Range range) {
        return range == null ? null : range.high();
    }
}
