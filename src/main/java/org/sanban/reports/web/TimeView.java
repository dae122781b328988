package org.sanban.reports.web;

import java.util.List;
import org.sanban.pages.ListAddress;
import org.sanban.reports.Cut;
import org.sanban.reports.Measure;
import org.sanban.reports.TimeReport;

/** The report on time as its page draws it: every number with the address of its list. */
public record TimeView(TimeReport report, Words words, TimeForm form) {

    /** Why something was missed, in the order in which it is asked. */
    public static final List<Measure> REASONS = List.of(Measure.MISSED_RETURNED, Measure.MISSED_WAITING, Measure.MISSED_UNOPENED, Measure.MISSED_OWN);

    public String list(Measure measure) {
        return lists().with("measure", measure).toString();
    }

    private ListAddress lists() {
        return form.address("/reports/time/list");
    }

    public String list(Measure measure, String kind, String step) {
        return new TimeForm(form.period(), form.from(), form.to(), kind, step.isEmpty() ? null : step, form.unit(), form.urgency(), null, null)
                .address("/reports/time/list").with("measure", measure).toString();
    }

    public String list(Measure measure, long unit) {
        return new TimeForm(form.period(), form.from(), form.to(), form.kind(), form.step(), unit, form.urgency(), null, null)
                .address("/reports/time/list").with("measure", measure).toString();
    }

    public Chart trend() {
        return Chart.shares(words.t("reports.time.trend"), report.months().stream().map(m -> {
            String month = m.month().toString().substring(0, 7);
            return new Chart.Point(m.month(), m.onTime(), m.due(), new TimeForm(null, month, month, form.kind(), form.step(), form.unit(), form.urgency(), null, null)
                    .address("/reports/time/list").with("measure", Measure.MISSED).toString());
        }).toList(), words);
    }

    public List<TimeReport.StepLine> missed() {
        return report.steps().stream().filter(line -> line.count(Measure.MISSED) > 0).toList();
    }

    public List<Bar> reasons() {
        return Bar.of(REASONS.stream().map(m -> new Bar.Plain(words.t("reports.measure." + m), report.count(m), list(m))).toList());
    }

    public List<TimeReport.StepLine> paced() {
        return report.steps().stream().filter(line -> line.count(Measure.DONE) > 0)
                .sorted(java.util.Comparator.comparing(TimeReport.StepLine::kind)).toList();
    }

    /** Of a submission: what was submitted; of a matter: its kind. */
    public String what(TimeReport.Saved saved) {
        return saved.step().isEmpty() ? words.kind(saved.kind()) : words.t("reports.submitted." + saved.step());
    }

    public Cut cut() {
        return form.cut();
    }
}
