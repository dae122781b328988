package org.sanban.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.ListAddress;
import org.sanban.reports.ErrorFigure;
import org.sanban.reports.ErrorReport;
import org.sanban.reports.ErrorReport.Part;
import org.sanban.reports.Span;

/** The report on errors as its page draws it: every number with the address of its list. */
public record ErrorsView(ErrorReport report, Words words, ErrorsForm form) {

    private static final int MOST_TYPES = 12;

    private ListAddress lists() {
        return form.address("/reports/errors/list");
    }

    /** The list of a figure. */
    public String list(ErrorFigure figure) {
        return lists().with("figure", figure).toString();
    }

    public String actions() {
        return form.address("/reports/errors/actions").toString();
    }

    public List<Bar> kinds() {
        return Bar.of(plain(report.kinds(), "kind", "kind"));
    }

    public List<Bar> types() {
        return Bar.pareto(plain(report.types(), "type", "type"), MOST_TYPES);
    }

    public List<Bar> severities() {
        return Bar.of(plain(report.severities(), "severity", "severity"));
    }

    public List<Bar> sources() {
        return Bar.of(report.sources().stream().map(p -> new Bar.Plain(words.t("reports.source." + p.code()), p.count(),
                lists().with("source", p.code()).with("figure", ErrorFigure.ALL).toString())).toList());
    }

    public List<Bar> distances() {
        return Bar.of(report.distances().stream().map(p -> new Bar.Plain(words.t("reports.errors.distance", Integer.parseInt(p.code())), p.count(),
                lists().with("distance", p.code()).with("figure", ErrorFigure.ERRORS).toString())).toList());
    }

    private List<Bar.Plain> plain(List<Part> parts, String what, String filter) {
        return parts.stream().map(p -> new Bar.Plain(words.word(what, p.code()), p.count(),
                (p.code().isEmpty() ? lists() : lists().with(filter, p.code())).with("figure", ErrorFigure.ERRORS).toString())).toList();
    }

    public List<HeatMap> heat() {
        return HeatMap.of(report.routes(), lists(), words);
    }

    public String unitList(Part part) {
        return lists().with("unit", part.code()).with("figure", ErrorFigure.ERRORS).toString();
    }

    /** Those that count in the rate of a unit. */
    public String unitRate(Part part) {
        return lists().with("unit", part.code()).with("figure", ErrorFigure.RATED).toString();
    }

    /** Of one kind of subject; null for those of none. */
    public @Nullable String subjectList(Part part) {
        return part.code().isEmpty() ? null : lists().with("subjectKind", part.code()).with("figure", ErrorFigure.ERRORS).toString();
    }

    /** Errors that no rate counts, for nothing of their kind was in hand. */
    public int unrated() {
        return report.count(ErrorFigure.ERRORS) - report.count(ErrorFigure.RATED);
    }

    /** Errors, and below them near misses, for a hundred matters by month. */
    public List<Chart> trends() {
        return List.of(
                Chart.control(words.t("reports.errors.trend"), report.months().stream().map(m -> new Chart.Point(m.month(), m.errors(), m.handled(), month(m, ErrorFigure.RATED))).toList(), words),
                Chart.control(words.t("reports.errors.trend-near"), report.months().stream().map(m -> new Chart.Point(m.month(), m.nearMisses(), m.handled(), month(m, ErrorFigure.NEAR_RATED))).toList(), words));
    }

    private String month(ErrorReport.Month month, ErrorFigure figure) {
        Span one = Span.month(month.month());
        String text = one.from().toString().substring(0, 7);
        return new ErrorsForm(null, text, text, form.business(), form.subjectKind(), form.kind(), form.type(), form.severity(), form.introduced(), form.found(), form.unit(), form.urgency(),
                form.source(), form.distance(), null, null).address("/reports/errors/list").with("figure", figure).toString();
    }

    public boolean small() {
        return report.count(ErrorFigure.ERRORS) < 5;
    }
}
