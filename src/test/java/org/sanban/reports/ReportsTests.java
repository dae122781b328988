package org.sanban.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.archive.Shelved;
import org.sanban.audit.SubjectRef;
import org.sanban.notices.Notices;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.TrayFilter;
import org.sanban.workflow.TrayLine;
import org.sanban.workflow.Trays;
import org.springframework.beans.factory.annotation.Autowired;

/** The reports on a few matters counted by hand, whose figures they are, and the monthly report. */
class ReportsTests extends OfficeTest {

    private static final Span OCTOBER = Span.month(LocalDate.of(2026, 10, 1));

    @Autowired
    Shelved.Hand hand;

    @Autowired
    Tallies tallies;

    @Autowired
    FactLists lists;

    @Autowired
    RollUp rollUp;

    @Autowired
    MonthlyJob monthly;

    @Autowired
    MonthlyReports reports;

    @Autowired
    Trays trays;

    @Autowired
    Notices notices;

    @BeforeEach
    void onAMondayInOctober() {
        clock.set("2026-10-12T09:00");
    }

    private int count(Measure measure, String by) {
        return lists.count(measure, OCTOBER, new Cut("shelved", "work", null, null), Sphere.of(office.actor(by)), office.now());
    }

    /**
     * Three matters of two working days begin on Monday 9:00 and are due on Tuesday 17:30. One is done on Tuesday 10:00: in time. One on
     * Wednesday 10:00: late. One is not done: a miss all the same. 1 of 3 in time, 2 missed, 1 of them open.
     */
    @Test
    void promise8And13_theOpenOneCountsAndLateIsWhatTheTrayCallsLate() {
        int due = count(Measure.DUE, "S015");
        int onTime = count(Measure.DUE_ON_TIME, "S015");
        int missed = count(Measure.MISSED, "S015");
        SubjectRef first = hand.start("S018");
        SubjectRef second = hand.start("S018");
        SubjectRef third = hand.start("S018");
        assertThat(count(Measure.DUE, "S015")).as("nothing is due yet").isEqualTo(due);
        clock.set("2026-10-13T10:00");
        hand.complete(first, "S018", "done");
        clock.set("2026-10-14T10:00");
        hand.complete(second, "S018", "done");
        for (int time = 0; time < 2; time++) {
            assertThat(count(Measure.DUE, "S015")).isEqualTo(due + 3);
            assertThat(count(Measure.DUE_ON_TIME, "S015")).isEqualTo(onTime + 1);
            assertThat(count(Measure.MISSED, "S015")).isEqualTo(missed + 2);
            rollUp.run(office.now());
        }
        boolean late = trays.waitingFor(office.actor("S018"), new TrayFilter(null, null), null, 1_000, office.now()).stream()
                .filter(line -> line.subject().equals(third)).findFirst().map(TrayLine::late).orElseThrow();
        List<String> open = lists.rows(Measure.MISSED_OPEN, OCTOBER, new Cut("shelved", "work", null, null), Sphere.of(office.actor("S015")), null, 1_000, office.now()).stream().map(FactRow::subject).toList();
        assertThat(late).isTrue();
        assertThat(open).contains(third.toString()).doesNotContain(first.toString(), second.toString());
        hand.apply(third, "S015", new Act.Suspend(Act.StopReason.SENDER_COMPLETES, "待补正"));
        rollUp.run(office.now());
        assertThat(count(Measure.DUE, "S015")).as("while its clock stands still nothing is due").isEqualTo(due + 2);
    }

    @Test
    void aHeadIsShownTheOwnUnitsOnly() {
        hand.start("S018");
        clock.set("2026-10-14T10:00");
        rollUp.run(office.now());
        Sphere own = Sphere.of(office.actor("S017"));
        List<FactRow> rows = lists.rows(Measure.MISSED_OPEN, OCTOBER, Cut.NONE, own, null, 10_000, office.now());
        assertThat(rows).isNotEmpty().allMatch(row -> own.units().contains(row.unit()));
        assertThat(rows).hasSize(lists.count(Measure.MISSED_OPEN, OCTOBER, Cut.NONE, own, office.now()));
        assertThat(tallies.count(Set.of(Measure.MISSED_OPEN), OCTOBER, Cut.NONE, Sphere.of(office.actor("S018")), Set.of(), office.now())).as("who heads nothing is shown nothing").isEmpty();
    }

    /** What a report can say of persons is what its records can hold: no name, no id. */
    @Test
    void promise14_noReportHoldsAPerson() {
        for (Class<?> type : List.of(FactRow.class, ErrorRow.class, ErrorReport.class, ErrorReport.Part.class, TimeReport.class, TimeReport.StepLine.class, Monthly.class, Cell.class, ErrorFacts.Action.class)) {
            assertThat(Arrays.stream(type.getRecordComponents()).map(c -> c.getName()).toList()).as(type.getSimpleName())
                    .noneMatch(name -> name.matches(".*([pP]erson|[hH]older|[dD]oneBy|[aA]ctor).*"));
        }
    }

    @Test
    void theMonthlyReportComposesItselfOnTheFirstWorkingDayAndLiesInTheTrayUntilSomebodyHasDealtWithIt() {
        clock.set("2026-07-13T09:00");
        hand.start("S018");
        clock.set("2026-08-01T09:00");
        monthly.run(office.now());
        Actor supervisor = office.actor("S015");
        LocalDate july = LocalDate.of(2026, 7, 1);
        assertThat(reports.composed(july)).as("a Saturday").isFalse();
        clock.set("2026-08-03T08:00");
        rollUp.run(office.now());
        int told = notices.unread(supervisor.id());
        monthly.run(office.now());
        monthly.run(office.now());
        Monthly report = reports.list(supervisor).stream().filter(r -> r.month().equals(july)).findFirst().orElseThrow();
        SubjectRef subject = new SubjectRef(MonthlyReports.KIND, report.id());
        assertThat(report.figures().get("handled")).isPositive();
        assertThat(report.figures().keySet()).as("in the order of the page").startsWith("handled", "ERRORS", "NEAR_MISSES").endsWith("TRANSFERRED", "SAME_DAY");
        assertThat(notices.unread(supervisor.id())).isEqualTo(told + 1);
        assertThat(inTray(subject)).isTrue();
        hand.complete(subject, "S015", "presented");
        assertThat(inTray(subject)).isFalse();
        assertThat(reports.one(report.id(), supervisor, office.now()).figures()).isEqualTo(report.figures());
    }

    private boolean inTray(SubjectRef subject) {
        return trays.waitingFor(office.actor("S015"), new TrayFilter(null, null), null, 10_000, office.now()).stream().anyMatch(line -> line.subject().equals(subject));
    }
}
