package org.sanban.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
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

    private HikariDataSource database;
    private JdbcClient jdbc;
    private Facts facts;
    private Tallies tallies;
    private RollUp rollUp;
    private PlainCount plain;
    private final Map<Asked, Counted> expected = new HashMap<>();

    @BeforeAll
    void anOfficeOfHalfAYear(@Autowired EmbeddedPostgres server) {
        DataSource made = ScaleDatabase.of(server, "scaled_reports");
        new Scale(made, SIZE, line -> {}).fill();
        database = ScaleDatabase.pooled(made);
        jdbc = JdbcClient.create(database);
        facts = new Facts(jdbc, new PlainCalendar(), ZONE);
        tallies = new Tallies(jdbc, facts, ZONE);
        rollUp = new RollUp(jdbc, facts, new TransactionTemplate(new DataSourceTransactionManager(database)), ZONE);
        plain = PlainCount.read(jdbc, ZONE, NOW);
    }

    @AfterAll
    void closes() {
        database.close();
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
        Tallies.Counting counting = tallies.at(NOW);
        for (Span span : List.of(HALF, MAY)) {
            for (Sphere sphere : List.of(OFFICE, TWO_UNITS)) {
                for (Cut cut : List.of(Cut.NONE, new Cut("outgoing", null, null, null), new Cut(null, "handle", null, "NORMAL"), new Cut(null, null, 7L, null))) {
                    String where = how + " " + span + " " + cut + " " + sphere + " ";
                    Map<Cell, Tally> found = counting.count(EnumSet.allOf(Measure.class), span, cut, sphere, Set.of());
                    for (Measure measure : Measure.values()) {
                        Counted expected = expected(measure, span, cut, sphere);
                        Tally tally = found.entrySet().stream().filter(e -> e.getKey().measure() == measure).map(Map.Entry::getValue).findFirst().orElseGet(Tally::new);
                        assertThat(tally.count()).as(where + measure).isEqualTo(expected.count());
                        if (measure.length() != null) {
                            assertThat(tally.lengths().percentile(0.5)).as(where + measure + " median").isEqualTo(expected.median());
                            assertThat(tally.lengths().percentile(0.9)).as(where + measure + " p90").isEqualTo(expected.ninety());
                        }
                    }
                    assertThat(counting.handled(span, cut, sphere, Set.of()).values().stream().mapToInt(Tally::count).sum()).as(where + "in hand").isEqualTo(plain.handled(span, cut, sphere));
                }
            }
        }
        for (Measure measure : Measure.values()) {
            assertThat(expected(measure, HALF, Cut.NONE, OFFICE).count()).as("something is counted as " + measure).isPositive();
        }
    }

    private record Counted(int count, int median, int ninety) {}

    private record Asked(Measure measure, Span span, Cut cut, Sphere sphere) {}

    /** By loops, once however often it is asked. */
    private Counted expected(Measure measure, Span span, Cut cut, Sphere sphere) {
        return expected.computeIfAbsent(new Asked(measure, span, cut, sphere), a -> {
            List<PlainCount.Row> rows = plain.rows(measure, span, cut, sphere);
            List<Long> lengths = rows.stream().map(PlainCount.Row::length).filter(Objects::nonNull).sorted().toList();
            return new Counted(rows.size(), PlainCount.percentile(lengths, 50), PlainCount.percentile(lengths, 90));
        });
    }

    @Test
    void promise13_theListBehindAFigureHasAsManyRowsAsTheFigureSays() {
        rollUp.run(NOW);
        FactLists lists = new FactLists(jdbc, tallies, ZONE);
        for (Measure measure : Measure.values()) {
            for (Map.Entry<Cut, Sphere> one : Map.of(Cut.NONE, OFFICE, new Cut("outgoing", null, 3L, null), OFFICE, new Cut(null, null, null, "NORMAL"), TWO_UNITS).entrySet()) {
                Cut cut = one.getKey();
                Sphere sphere = one.getValue();
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

    @Test
    void whatTheReasonsSumUpToIsWhatWasMissedAndWhatFellDueIsWhatWasMadeAndMissed() {
        TimeReport report = new TimeReports(tallies, new Bases(jdbc, event -> {}), ZONE).of(HALF, Cut.NONE, OFFICE, NOW);
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
            jdbc.sql("do $$ begin perform set_config('sanban.audit_repair', 'on', true); delete from movement where id = 1; end $$").update();
            jdbc.sql("truncate report_month, report_rollup, report_watch").update();
            plain = PlainCount.read(jdbc, ZONE, NOW);
        }
    }

    private ErrorReports errorReports() {
        ErrorFacts errors = new ErrorFacts(jdbc, ZONE);
        return new ErrorReports(errors, tallies, new Streaks(errors, new PlainCalendar(), jdbc, ZONE), ZONE);
    }

    @Test
    void everyFigureOnErrorsIsTheOneCountedByLoops() {
        ErrorReports reports = errorReports();
        List<PlainCount.Error> all = PlainCount.errors(jdbc);
        for (Span span : List.of(HALF, MAY)) {
            for (Sphere sphere : List.of(OFFICE, TWO_UNITS)) {
                ErrorReport report = reports.of(span, ErrorCut.NONE, sphere, NOW);
                Set<String> kinds = plain.kinds(span, sphere);
                Map<ErrorFigure, Integer> expected = new EnumMap<>(ErrorFigure.class);
                for (ErrorFigure figure : ErrorFigure.values()) {
                    expected.put(figure, (int) all.stream().filter(e -> e.in(sphere)).filter(plain.error(figure, span, kinds)).count());
                }
                assertThat(report.counts()).as(span + " " + sphere).isEqualTo(expected);
                assertThat(report.handled()).isEqualTo(plain.handled(span, Cut.NONE, sphere));
                List<PlainCount.Error> made = all.stream().filter(e -> e.in(sphere)).filter(plain.error(ErrorFigure.ERRORS, span)).toList();
                assertThat(report.kinds().stream().mapToInt(ErrorReport.Part::count).sum()).isEqualTo(made.size());
                report.types().forEach(part -> assertThat(part.count()).as(part.code()).isEqualTo((int) made.stream().filter(e -> part.code().equals(e.type())).count()));
                report.routes().forEach(route -> assertThat(route.count()).isEqualTo((int) made.stream()
                        .filter(e -> route.introduced().equals(e.introduced()) && route.found().equals(e.foundStep()) && route.business().equals(e.business())).count()));
                report.units().forEach(part -> assertThat(part.count()).isEqualTo((int) made.stream().filter(e -> e.unit() == Long.parseLong(part.code())).count()));
                report.units().forEach(part -> assertThat(part.handled()).isEqualTo(plain.handled(span, Cut.NONE.in(Long.valueOf(part.code())), sphere)));
                assertThat(report.subjects().stream().mapToInt(ErrorReport.Part::count).sum()).isEqualTo(made.size());
                report.months().forEach(m -> {
                    Span month = Span.month(m.month());
                    assertThat(m.handled()).as(m + "").isEqualTo(plain.handled(month, Cut.NONE, sphere));
                    assertThat(m.errors()).as(m + "").isEqualTo((int) all.stream().filter(e -> e.in(sphere)).filter(plain.error(ErrorFigure.RATED, month, plain.kinds(month, sphere))).count());
                });
                assertThat(List.of(report.actions().due(), report.actions().onTime(), report.actions().verified())).as("actions " + span + sphere).isEqualTo(plain.actions(jdbc, all, span, sphere));
                for (ErrorFigure figure : ErrorFigure.values()) {
                    assertThat(reports.list(figure, span, ErrorCut.NONE, sphere, NOW)).as("promise 13 " + figure).hasSize(report.count(figure));
                }
            }
        }
        ErrorReport half = reports.of(HALF, ErrorCut.NONE, OFFICE, NOW);
        assertThat(half.count(ErrorFigure.RECURRING)).isPositive();
        assertThat(half.actions().onTime()).as("some in time, some late, some verified").isBetween(1, half.actions().due() - 1);
        assertThat(half.actions().verified()).isBetween(1, half.actions().due() - 1);
        assertThat(half.count(ErrorFigure.RATED)).as("some errors are of business of which nothing was in hand").isBetween(1, half.count(ErrorFigure.ERRORS) - 1);
    }

    /** Errors on meetings count in no rate, until there is a meeting: kinds are found as data. */
    @Test
    void errorsAreSetAgainstWorkOfTheirOwnKindAlone() {
        ErrorReports reports = errorReports();
        ErrorCut meetings = new ErrorCut("MEETING", null, null, null, null, null, null, null, null, null, null);
        ErrorReport none = reports.of(HALF, meetings, OFFICE, NOW);
        ErrorReport before = reports.of(HALF, ErrorCut.NONE, OFFICE, NOW);
        assertThat(none.count(ErrorFigure.ERRORS)).isPositive();
        assertThat(none.count(ErrorFigure.RATED)).isZero();
        assertThat(none.rate()).as("set against nothing, not against papers").isNull();
        jdbc.sql("truncate report_month, report_rollup, report_watch").update();
        jdbc.sql("alter table handling disable trigger all").update();
        jdbc.sql("""
                insert into handling (id, subject_kind, subject_id, procedure_id, step, state, visit, visit_count, round, pending, movement_count, urgency, confidentiality, owner_unit, title,
                       attributes, started_by, started_at, moved_at, version)
                select 5, 'meeting', 5, procedure_id, step, 'RUNNING', 1, 1, 1, 1, 0, 'NORMAL', 0, owner_unit, '会议', '{}'::jsonb, started_by, timestamptz '2026-02-03 09:00+08', timestamptz '2026-02-03 09:00+08', 0
                  from handling where state = 'RUNNING' limit 1""").update();
        try {
            ErrorReport one = reports.of(HALF, meetings, OFFICE, NOW);
            assertThat(one.handled()).isOne();
            assertThat(one.count(ErrorFigure.RATED)).isEqualTo(none.count(ErrorFigure.ERRORS));
            ErrorReport all = reports.of(HALF, ErrorCut.NONE, OFFICE, NOW);
            assertThat(all.count(ErrorFigure.RATED)).isEqualTo(before.count(ErrorFigure.RATED) + none.count(ErrorFigure.ERRORS));
            assertThat(all.months().getFirst().errors()).as("in months before that meeting they count as little as before").isEqualTo(before.months().getFirst().errors());
            assertThat(all.subjects().stream().filter(p -> p.code().equals("meeting"))).singleElement().satisfies(p -> assertThat(p.rated()).isEqualTo(none.count(ErrorFigure.ERRORS)));
        } finally {
            jdbc.sql("delete from handling where id = 5").update();
            jdbc.sql("alter table handling enable trigger all").update();
        }
    }

    /** Serious errors are rare enough for a streak of days. One that is found later and was made later shortens it and says so; one made earlier does not. */
    @Test
    void aStreakIsTheOneCountedByTheMinuteAndIsRestatedWhenAnOldErrorIsFound() {
        ErrorReports reports = errorReports();
        ErrorCut serious = new ErrorCut(null, null, null, null, "S3", null, null, null, null, null, null);
        for (Sphere sphere : List.of(OFFICE, TWO_UNITS)) {
            assertThat(streak(reports, ErrorCut.NONE, sphere)).isEqualTo(plain.streak(PlainCount.errors(jdbc), sphere));
        }
        try {
            late("streak-1", "2026-06-02T10:00:00+08:00", "2026-06-02T11:00:00+08:00");
            Streak found = reports.of(HALF, serious, OFFICE, NOW).streak();
            assertThat(streak(reports, serious, OFFICE)).isEqualTo(plain.streak(PlainCount.errors(jdbc).stream().filter(e -> e.severity().equals("S3")).toList(), OFFICE));
            assertThat(found.revised()).isFalse();
            late("streak-2", "2026-06-05T16:00:00+08:00", "2026-06-11T09:30:00+08:00");
            Streak shorter = reports.of(HALF, serious, OFFICE, NOW).streak();
            assertThat(shorter.last()).isEqualTo("streak-2");
            assertThat(shorter.workdays()).isLessThan(found.workdays());
            assertThat(shorter.matters()).isBetween(1, found.matters() - 1);
            assertThat(shorter.revised()).isTrue();
            assertThat(shorter.before()).as("counted from the error of 2 June, 10:00, to 11 June, 9:30: 6 days and 6 hours").isEqualTo(6);
            assertThat(streak(reports, serious, OFFICE)).isEqualTo(plain.streak(PlainCount.errors(jdbc).stream().filter(e -> e.severity().equals("S3")).toList(), OFFICE));
            late("streak-3", "2026-03-02T16:00:00+08:00", "2026-06-12T09:30:00+08:00");
            assertThat(reports.of(HALF, serious, OFFICE, NOW).streak()).as("an older one takes nothing away").isEqualTo(shorter);
        } finally {
            jdbc.sql("delete from error_record where no like 'streak-%'").update();
        }
    }

    private static List<Integer> streak(ErrorReports reports, ErrorCut cut, Sphere sphere) {
        Streak streak = reports.of(HALF, cut, sphere, NOW).streak();
        return List.of(streak.workdays(), streak.matters(), streak.before());
    }

    private void late(String no, String made, String found) {
        jdbc.sql("""
                insert into error_record (no, request_id, business, source, reported_at, found_at, occurred_at, unit, severity, description, state, confirmed_at, updated_at)
                values (:no, :no, 'DOC_OUT', 'RECIPIENT', cast(:found as timestamptz), cast(:found as timestamptz), cast(:made as timestamptz), 2, 'S3', '迟发现', 'CLOSED', cast(:found as timestamptz), now())""")
                .param("no", no).param("made", made).param("found", found).update();
    }

    @Test
    void theChronicTypesAndTheUnitThatLearnsShow() {
        ErrorReport report = errorReports().of(HALF, ErrorCut.NONE, OFFICE, NOW);
        List<String> first = new ArrayList<>(report.types().stream().limit(3).map(ErrorReport.Part::code).toList());
        assertThat(first).containsExactlyInAnyOrder("E-DI-02", "E-DO-04", "E-DO-05");
    }
}
