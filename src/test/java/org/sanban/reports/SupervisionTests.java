package org.sanban.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.archive.Shelved;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.TrayFilter;
import org.sanban.workflow.TrayLine;
import org.sanban.workflow.Trays;
import org.springframework.beans.factory.annotation.Autowired;

class SupervisionTests extends OfficeTest {

    private static final LocalDate SINCE = LocalDate.of(2026, 6, 1);
    private static final int ALL = 100_000;

    @Autowired
    Shelved.Hand hand;

    @Autowired
    Supervision supervision;

    @Autowired
    Trays trays;

    private SubjectRef matter;

    @BeforeEach
    void aMatterWithTwoWorkingDaysArrivesOnMondayMorning() {
        clock.set("2026-06-15T09:00");
        matter = hand.start("S018");
    }

    /** Not what lies in a common tray, nor what somebody who is away delegated. */
    private static boolean ownMain(TrayLine line) {
        return line.does().equals("MAIN") && line.behalf() == null && line.role() == null;
    }

    private boolean listed(TaskFigure figure, String by) {
        return supervision.list(TaskFilter.of(figure, SINCE), null, ALL, office.actor(by), office.now()).stream()
                .anyMatch(row -> row.subject().equals(matter.toString()));
    }

    @Test
    void promise9_whatDoesNotMoveIsShownBeforeItIsLate() {
        clock.set("2026-06-15T17:29");
        assertThat(listed(TaskFigure.NOT_MOVING, "S015")).isFalse();
        clock.set("2026-06-15T17:31");
        assertThat(listed(TaskFigure.NOT_MOVING, "S015")).isTrue();
        assertThat(listed(TaskFigure.LATE, "S015")).isFalse();
        assertThat(List.of(TaskFigure.values())).startsWith(TaskFigure.NOT_MOVING, TaskFigure.LATE);
    }

    @Test
    void whatItsHolderHandedDownMovesAndWaits() {
        hand.apply(matter, "S018", new Act.HandDown(hand.task(matter), office.person("S017"), "请核实", null));
        clock.set("2026-06-16T16:00");
        assertThat(listed(TaskFigure.NOT_MOVING, "S015")).isFalse();
        assertThat(listed(TaskFigure.WAITING, "S015")).isTrue();
    }

    @Test
    void promise8_lateMeansTheSameInTheTrayInTheReportAndWhenItIsDone() {
        for (String time : List.of("2026-06-16T17:29", "2026-06-16T17:30", "2026-06-17T09:01")) {
            clock.set(time);
            Set<Long> inTray = trays.waitingFor(office.actor("S018"), new TrayFilter(null, null), null, ALL, office.now()).stream()
                    .filter(TrayLine::late).filter(SupervisionTests::ownMain).map(TrayLine::task).collect(Collectors.toSet());
            Actor supervisor = office.actor("S015");
            Set<Long> inReport = supervision.list(TaskFilter.of(TaskFigure.LATE, SINCE), null, ALL, supervisor, office.now()).stream()
                    .filter(row -> row.holder() != null && row.holder() == office.person("S018")).map(TaskRow::task).collect(Collectors.toSet());
            assertThat(inReport).as(time).isEqualTo(inTray);
        }
        assertThat(listed(TaskFigure.LATE, "S015")).isTrue();
        hand.complete(matter, "S018", "done");
        assertThat(listed(TaskFigure.DONE_LATE, "S015")).isTrue();
        assertThat(listed(TaskFigure.LATE, "S015")).isFalse();
    }

    @Test
    void whileTheClockStandsStillNothingIsLate() {
        hand.apply(matter, "S015", new Act.Suspend(Act.StopReason.SENDER_COMPLETES, "待补正"));
        clock.set("2026-06-25T10:00");
        assertThat(listed(TaskFigure.LATE, "S015")).isFalse();
        assertThat(listed(TaskFigure.WAITING, "S015")).isTrue();
    }

    @Test
    void promise13_everyFigureIsAsLongAsTheListItOpens() {
        clock.set("2026-06-17T09:01");
        SubjectRef other = hand.start("S008");
        hand.complete(other, "S008", "done");
        for (String by : List.of("S015", "S017", "S030", "L01", "S001")) {
            Actor actor = office.actor(by);
            for (TaskFigure figure : TaskFigure.values()) {
                TaskFilter filter = TaskFilter.of(figure, SINCE);
                assertThat(supervision.count(filter, actor, office.now())).as(figure + " " + by).isEqualTo(length(filter, actor));
                List<Supervision.Cell> cells = supervision.cells(filter, actor, office.now());
                assertThat(cells.stream().mapToInt(Supervision.Cell::count).sum()).isEqualTo(supervision.count(filter, actor, office.now()));
                cells.forEach(cell -> assertThat(length(filter.in(cell.unit(), cell.kind(), cell.step()), actor)).isEqualTo(cell.count()));
            }
            supervision.pace(SINCE, actor, office.now()).forEach(pace -> assertThat(pace.count()).isPositive());
        }
        assertThat(supervision.count(TaskFilter.of(TaskFigure.LATE, SINCE), office.actor("S015"), office.now())).isPositive();
    }

    private int length(TaskFilter filter, Actor actor) {
        return supervision.list(filter, null, ALL, actor, office.now()).size();
    }

    @Test
    void theShareOfThoseOnTimeCountsTheUnfinishedToo() {
        clock.set("2026-06-17T09:01");
        int counted = supervision.count(TaskFilter.of(TaskFigure.COUNTED, SINCE), office.actor("S015"), office.now());
        int onTime = supervision.count(TaskFilter.of(TaskFigure.ON_TIME, SINCE), office.actor("S015"), office.now());
        int doneLate = supervision.count(TaskFilter.of(TaskFigure.DONE_LATE, SINCE), office.actor("S015"), office.now());
        int late = supervision.count(TaskFilter.of(TaskFigure.LATE, SINCE), office.actor("S015"), office.now());
        assertThat(listed(TaskFigure.COUNTED, "S015")).isTrue();
        assertThat(counted).isEqualTo(onTime + doneLate + late);
    }

    @Test
    void aHeadSeesTheOwnUnitsOnly() {
        clock.set("2026-06-17T09:01");
        assertThat(listed(TaskFigure.LATE, "S017")).isTrue();
        assertThat(listed(TaskFigure.LATE, "S030")).isFalse();
    }

    @Test
    void promise14_ownFiguresAreOfNobodyElse() {
        hand.complete(matter, "S018", "done");
        Actor own = office.actor("S018");
        TaskFilter done = TaskFilter.of(TaskFigure.DONE, SINCE);
        assertThat(supervision.listOwn(done, null, ALL, own, office.now())).anyMatch(row -> row.subject().equals(matter.toString()));
        assertThat(supervision.countOwn(done, own, office.now())).isEqualTo(supervision.listOwn(done, null, ALL, own, office.now()).size());
        assertThat(supervision.listOwn(done, null, ALL, office.actor("S017"), office.now())).noneMatch(row -> row.subject().equals(matter.toString()));
    }

    @Test
    void theListPagesByKeyWithoutLosingOne() {
        hand.start("S018");
        hand.start("S018");
        TaskFilter open = TaskFilter.of(TaskFigure.OPEN, SINCE);
        Actor by = office.actor("S015");
        List<TaskRow> all = supervision.list(open, null, ALL, by, office.now());
        List<TaskRow> first = supervision.list(open, null, 2, by, office.now());
        assertThat(supervision.list(open, first.getLast().cursor(), ALL, by, office.now())).isEqualTo(all.subList(2, all.size()));
    }
}
