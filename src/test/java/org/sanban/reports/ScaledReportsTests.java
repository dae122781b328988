package org.sanban.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sanban.scale.PlainCalendar;
import org.sanban.scale.Scale;
import org.sanban.scale.ScaleDatabase;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reports on half a year of a made-up office, in a database of its own, against {@link PlainCount}: a second implementation that
 * reads the tables whole and counts with loops. Once wholly live, once wholly rolled up, once half and half.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScaledReportsTests extends OfficeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Scale.Size SIZE = Scale.Size.SMALL;
    private static final Instant NOW = SIZE.stops();
    private static final Span HALF = new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final Span MAY = Span.month(LocalDate.of(2026, 5, 1));
    private static final Sphere OFFICE = new Sphere(true, Set.of(), 2);
    private static final Sphere TWO_UNITS = new Sphere(false, Set.of(2L, 7L), 0);

    private JdbcClient jdbc;
    private Facts facts;
    private Tallies tallies;
    private RollUp rollUp;
    private PlainCount plain;

    @BeforeAll
    void anOfficeOfHalfAYear(@Autowired EmbeddedPostgres server) {
        DataSource database = ScaleDatabase.of(server, "scaled_reports");
        new Scale(database, SIZE, line -> {}).fill();
        jdbc = JdbcClient.create(database);
        facts = new Facts(jdbc, new PlainCalendar(), ZONE);
        tallies = new Tallies(jdbc, facts, ZONE);
        rollUp = new RollUp(jdbc, facts, new TransactionTemplate(new DataSourceTransactionManager(database)), ZONE);
        plain = PlainCount.read(jdbc, ZONE, NOW);
    }

    @Test
    void everyMeasureIsTheOneCountedByLoopsLiveRolledUpAndHalfAndHalf() {
        jdbc.sql("truncate report_month, report_rollup, report_watch").update();
        everythingAgrees("live");
        rollUp.run(Instant.parse("2026-04-20T04:00:00Z"));
        everythingAgrees("half");
        rollUp.run(NOW);
        assertThat(tallies.rolledUntil()).isEqualTo(NOW);
        everythingAgrees("rolled up");
    }

    private void everythingAgrees(String how) {
        for (Span span : List.of(HALF, MAY)) {
            for (Sphere sphere : List.of(OFFICE, TWO_UNITS)) {
                for (Cut cut : List.of(Cut.NONE, new Cut("outgoing", null, null, null), new Cut(null, "handle", null, "NORMAL"), new Cut(null, null, 7L, null))) {
                    Map<Cell, Tally> found = tallies.count(EnumSet.allOf(Measure.class), span, cut, sphere, Set.of(), NOW);
                    for (Measure measure : Measure.values()) {
                        List<PlainCount.Row> rows = plain.rows(measure, span, cut, sphere);
                        Tally tally = found.entrySet().stream().filter(e -> e.getKey().measure() == measure).map(Map.Entry::getValue).findFirst().orElseGet(Tally::new);
                        String what = how + " " + measure + " " + span + " " + cut + " " + sphere;
                        assertThat(tally.count()).as(what).isEqualTo(rows.size());
                        if (measure.length() != null) {
                            List<Long> lengths = rows.stream().map(PlainCount.Row::length).filter(Objects::nonNull).sorted().toList();
                            assertThat(tally.lengths().percentile(0.5)).as(what + " median").isEqualTo(PlainCount.percentile(lengths, 50));
                            assertThat(tally.lengths().percentile(0.9)).as(what + " p90").isEqualTo(PlainCount.percentile(lengths, 90));
                        }
                    }
                    assertThat(tallies.handled(span, cut, sphere, Set.of(), NOW).values().stream().mapToInt(Tally::count).sum()).as(how + " in hand " + span + cut + sphere)
                            .isEqualTo(plain.handled(span, cut, sphere));
                }
            }
        }
        assertThat(tallies.count(Set.of(Measure.MISSED_OPEN, Measure.RETURNED, Measure.SAME_DAY), HALF, Cut.NONE, OFFICE, Set.of(), NOW)).as("something is counted").hasSize(3);
    }

    @Test
    void promise13_theListBehindAFigureHasAsManyRowsAsTheFigureSays() {
        rollUp.run(NOW);
        FactLists lists = new FactLists(jdbc, tallies, ZONE);
        for (Measure measure : Measure.values()) {
            for (Cut cut : List.of(Cut.NONE, new Cut("outgoing", null, 3L, null))) {
                for (Sphere sphere : List.of(OFFICE, TWO_UNITS)) {
                    int count = lists.count(measure, HALF, cut, sphere, NOW);
                    List<FactRow> all = lists.rows(measure, HALF, cut, sphere, null, 1_000_000, NOW);
                    assertThat(all).as(measure + " " + cut).hasSize(count);
                    if (count > 10) {
                        List<FactRow> first = lists.rows(measure, HALF, cut, sphere, null, 7, NOW);
                        assertThat(lists.rows(measure, HALF, cut, sphere, first.getLast().cursor(), 1_000_000, NOW)).as("after the first page").isEqualTo(all.subList(7, all.size()));
                    }
                }
            }
        }
    }

    @Test
    void whatTheReasonsSumUpToIsWhatWasMissedAndWhatFellDueIsWhatWasMadeAndMissed() {
        TimeReport report = new TimeReports(tallies, new Bases(jdbc), ZONE).of(HALF, Cut.NONE, OFFICE, NOW);
        assertThat(report.count(Measure.MISSED)).isPositive()
                .isEqualTo(Stream.of(Measure.MISSED_RETURNED, Measure.MISSED_WAITING, Measure.MISSED_UNOPENED, Measure.MISSED_OWN).mapToInt(report::count).sum());
        assertThat(report.count(Measure.DUE)).isEqualTo(report.count(Measure.DUE_ON_TIME) + report.count(Measure.MISSED));
        assertThat(report.steps().stream().mapToInt(s -> s.count(Measure.DUE)).sum()).isEqualTo(report.count(Measure.DUE));
        assertThat(report.units().stream().mapToInt(TimeReport.UnitLine::due).sum()).isEqualTo(report.count(Measure.DUE));
        assertThat(report.months().stream().filter(m -> !m.month().isBefore(HALF.from())).mapToInt(TimeReport.MonthLine::due).sum()).isEqualTo(report.count(Measure.DUE));
        assertThat(report.count(Measure.DECIDED_FIRST)).isEqualTo(report.count(Measure.APPROVED_FIRST) + report.count(Measure.REJECTED_FIRST));
    }

    @Test
    void aMonthThatSomethingRestatedIsCountedAnew() {
        rollUp.run(NOW);
        Span march = Span.month(LocalDate.of(2026, 3, 1));
        int before = tallies.count(Set.of(Measure.MISSED_OPEN), march, Cut.NONE, OFFICE, Set.of(), NOW).values().stream().mapToInt(Tally::count).sum();
        long handling = jdbc.sql("select handling_id from task where kind = 'MAIN' and state = 'DONE' and due_at >= '2026-03-05' and due_at < '2026-03-20' and not late limit 1").query(Long.class).single();
        Instant later = NOW.plusSeconds(3600);
        jdbc.sql("update task set state = 'OPEN', done_at = null, done_by = null where id = (select min(id) from task where handling_id = ? and due_at >= '2026-03-05' and due_at < '2026-03-20' and state = 'DONE' and not late)").param(handling).update();
        jdbc.sql("insert into movement (id, handling_id, seq, kind, actor_id, from_visit, round, detail, at, request_id) values (1, ?, 900, 'REOPEN', 1, 1, 1, '{}', ?, 'again')")
                .params(handling, later.atOffset(java.time.ZoneOffset.UTC)).update();
        try {
            rollUp.run(later.plusSeconds(60));
            assertThat(tallies.count(Set.of(Measure.MISSED_OPEN), march, Cut.NONE, OFFICE, Set.of(), later.plusSeconds(120)).values().stream().mapToInt(Tally::count).sum()).isEqualTo(before + 1);
        } finally {
            jdbc.sql("update task set state = 'DONE', done_at = due_at, done_by = 1 where handling_id = ? and state = 'OPEN' and due_at >= '2026-03-05' and due_at < '2026-03-20'").param(handling).update();
            jdbc.sql("delete from movement where id = 1").update();
            jdbc.sql("truncate report_month, report_rollup, report_watch").update();
            plain = PlainCount.read(jdbc, ZONE, NOW);
        }
    }

    @Test
    void everyFigureOnErrorsIsTheOneCountedByLoops() {
        ErrorFacts errors = new ErrorFacts(jdbc, ZONE);
        ErrorReports reports = new ErrorReports(errors, tallies, new Streaks(errors, new PlainCalendar(), jdbc, ZONE), ZONE);
        List<PlainCount.Error> all = PlainCount.errors(jdbc);
        for (Span span : List.of(HALF, MAY)) {
            for (Sphere sphere : List.of(OFFICE, TWO_UNITS)) {
                ErrorReport report = reports.of(span, ErrorCut.NONE, sphere, NOW);
                Map<ErrorFigure, Integer> expected = new EnumMap<>(ErrorFigure.class);
                for (ErrorFigure figure : ErrorFigure.values()) {
                    expected.put(figure, (int) all.stream().filter(e -> e.in(sphere)).filter(plain.error(figure, span)).count());
                }
                assertThat(report.counts()).as(span + " " + sphere).isEqualTo(expected);
                assertThat(report.handled()).isEqualTo(plain.handled(span, Cut.NONE, sphere));
                List<PlainCount.Error> made = all.stream().filter(e -> e.in(sphere)).filter(plain.error(ErrorFigure.ERRORS, span)).toList();
                assertThat(report.kinds().stream().mapToInt(ErrorReport.Part::count).sum()).isEqualTo(made.size());
                report.types().forEach(part -> assertThat(part.count()).as(part.code()).isEqualTo((int) made.stream().filter(e -> part.code().equals(e.type())).count()));
                report.routes().forEach(route -> assertThat(route.count()).isEqualTo((int) made.stream()
                        .filter(e -> route.introduced().equals(e.introduced()) && route.found().equals(e.foundStep()) && route.business().equals(e.business())).count()));
                report.units().forEach(part -> assertThat(part.count()).isEqualTo((int) made.stream().filter(e -> e.unit() == Long.parseLong(part.code())).count()));
                assertThat(report.months().stream().filter(m -> !m.month().isBefore(span.from())).mapToInt(ErrorReport.Month::errors).sum()).isEqualTo(made.size());
                report.months().forEach(m -> assertThat(m.handled()).as(m + "").isEqualTo(plain.handled(Span.month(m.month()), Cut.NONE, sphere)));
                for (ErrorFigure figure : ErrorFigure.values()) {
                    assertThat(errors.of(figure, errors.rows(span, ErrorCut.NONE, sphere), span)).as("promise 13 " + figure).hasSize(report.count(figure));
                }
            }
        }
        assertThat(reports.of(HALF, ErrorCut.NONE, OFFICE, NOW).count(ErrorFigure.RECURRING)).isPositive();
    }

    @Test
    void theChronicTypesAndTheUnitThatLearnsShow() {
        ErrorFacts errors = new ErrorFacts(jdbc, ZONE);
        ErrorReport report = new ErrorReports(errors, tallies, new Streaks(errors, new PlainCalendar(), jdbc, ZONE), ZONE).of(HALF, ErrorCut.NONE, OFFICE, NOW);
        List<String> first = new ArrayList<>(report.types().stream().limit(3).map(ErrorReport.Part::code).toList());
        assertThat(first).containsExactlyInAnyOrder("E-DI-02", "E-DO-04", "E-DO-05");
    }
}
