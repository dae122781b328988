package org.sanban.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.reports.ErrorReport;
import org.sanban.reports.ErrorReports;
import org.sanban.reports.ErrorRow;
import org.sanban.reports.FactLists;
import org.sanban.reports.FactRow;
import org.sanban.reports.Lengths;
import org.sanban.reports.Measure;
import org.sanban.reports.MeetingFigures;
import org.sanban.reports.Sphere;
import org.sanban.reports.TimeReport;
import org.sanban.reports.TimeReports;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reports for programs: the same figures and the same lists as on the pages. */
@RestController
@RequestMapping("/api/reports")
@Needs(ReportsNavigation.READ)
class ReportsApi {

    /** Minutes of two digits. */
    public record Time(int count, int median, int ninety) {

        static Time of(Lengths lengths) {
            return new Time(lengths.size(), lengths.percentile(0.5), lengths.percentile(0.9));
        }
    }

    public record StepTime(String kind, String step, Map<Measure, Integer> counts, Time own, Time waiting, Time working, Time natural) {}

    /** @param counts of the whole report; steps as on the page */
    public record TimeAnswer(LocalDate from, LocalDate to, int handled, Map<Measure, Integer> counts, List<StepTime> steps, List<TimeReport.UnitLine> units, List<TimeReport.MonthLine> months) {}

    /** @param next cursor of the next page; null at the end */
    public record Facts(List<FactRow> items, int count, @Nullable String next) {}

    public record Errors(List<ErrorRow> items, int count) {}

    private static final int LARGEST = 200;

    private final ErrorReports errorReports;
    private final TimeReports timeReports;
    private final MeetingFigures meetingFigures;
    private final FactLists facts;
    private final Clock clock;

    ReportsApi(ErrorReports errorReports, TimeReports timeReports, MeetingFigures meetingFigures, FactLists facts, Clock clock) {
        this.errorReports = errorReports;
        this.timeReports = timeReports;
        this.meetingFigures = meetingFigures;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping("/errors")
    ErrorReport errors(ErrorsForm form, @SignedIn Actor by) {
        return errorReports.of(form.span(today()), form.cut(), Sphere.of(by), clock.instant());
    }

    @GetMapping("/errors/list")
    Errors errorList(ErrorsForm form, @SignedIn Actor by) {
        List<ErrorRow> rows = errorReports.list(form.shown(), form.span(today()), form.cut(), Sphere.of(by), clock.instant());
        int from = (int) Math.clamp((long) (form.after() == null ? 0 : form.after()) * LARGEST, 0, rows.size());
        return new Errors(rows.subList(from, Math.min(from + LARGEST, rows.size())), rows.size());
    }

    @GetMapping("/time")
    TimeAnswer time(TimeForm form, @SignedIn Actor by) {
        TimeReport report = timeReports.of(form.span(today()), form.cut(), Sphere.of(by), clock.instant());
        return new TimeAnswer(report.span().from(), report.span().last(), report.handled(), report.counts(), report.steps().stream()
                .map(s -> new StepTime(s.kind(), s.step(), s.counts(), Time.of(s.own()), Time.of(s.waiting()), Time.of(s.working()), Time.of(s.natural()))).toList(), report.units(), report.months());
    }

    @GetMapping("/time/list")
    Facts timeList(TimeForm form, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int size = Math.clamp(limit, 1, LARGEST);
        List<FactRow> found = facts.rows(form.shown(), form.span(today()), form.cut(), Sphere.of(by), form.after(), size + 1, clock.instant());
        List<FactRow> rows = found.stream().limit(size).toList();
        return new Facts(rows, facts.count(form.shown(), form.span(today()), form.cut(), Sphere.of(by), clock.instant()), found.size() > size ? rows.getLast().cursor() : null);
    }

    /** The measures of meetings and the meetings that they were counted from. */
    @GetMapping("/meetings")
    MeetingFigures.Figures meetings(@RequestParam(required = false) @Nullable String period, @SignedIn Actor by) {
        return meetingFigures.of(Periods.of(period, null, null, "quarter", today()), Sphere.of(by), clock.instant());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
