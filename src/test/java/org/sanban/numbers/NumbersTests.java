package org.sanban.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.numbers.NumberLine.State;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;

class NumbersTests extends NumberTest {

    @Test
    void promise1_theSamePaperAskingAgainGetsTheNumberItHas() {
        String series = series();
        SubjectRef paper = paper();

        NumberLine first = given(series, TODAY, paper);

        assertThat(given(series, TODAY, paper)).isEqualTo(first);
        assertThat(given(series(), TODAY, paper).text()).isEqualTo(first.text());
        assertThat(given(series).seq()).isEqualTo(first.seq() + 1);
        assertThat(numbers.of(paper)).contains(first);
    }

    @Test
    void promise1_theDatabaseLetsNobodyChangeOrDropALineOrTurnACounterBack() {
        NumberLine line = given(series());

        for (String sql : List.of(
                "update number_line set text = 'x' where id = ?", "update number_line set seq = 99 where id = ?", "update number_line set year = 2025, period = 2025 where id = ?",
                "update number_line set subject_id = 1 where id = ?", "update number_line set title = 'x' where id = ?", "delete from number_line where id = ?",
                "update number_counter set last = 0 where series_id = (select series_id from number_line where id = ?)",
                "delete from number_counter where series_id = (select series_id from number_line where id = ?)")) {
            assertThatThrownBy(() -> inTransaction(() -> jdbc.sql(sql).param(line.id()).update())).as(sql).isInstanceOf(DataAccessException.class);
        }
        assertThat(ledger.line(line.id(), Actor.SYSTEM).text()).isEqualTo(line.text());
    }

    @Test
    void promise1_aVoidedNumberStaysOnTheRegisterWithItsReasonAndIsNeverUsedAgain() {
        String series = series();
        SubjectRef paper = paper();
        NumberLine line = given(series, TODAY, paper);

        NumberLine voided = numbers.voidNumber(line.id(), " 主送机关有误，退回重签 ", office.person("S006"), office.actor("S009"), now());

        assertThat(voided.state()).isEqualTo(State.VOIDED);
        assertThat(voided.voiding()).isEqualTo(new NumberLine.Voiding("主送机关有误，退回重签", office.person("S006"), office.person("S009"), now()));
        assertThat(numbers.of(paper)).isEmpty();
        assertThat(given(series, TODAY, paper).seq()).isEqualTo(line.seq() + 1);
        assertThat(entry(series).voided()).extracting(NumberLine::text).containsExactly(line.text());
        assertThat(entry(series).unexplained()).isEmpty();
        refused("numbers.refusal.voided", () -> numbers.voidNumber(line.id(), "再次", office.person("S006"), office.actor("S009"), now()));
        assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update number_line set state = 'GIVEN', voided_by = null, voided_at = null, void_reason = null, void_approver = null where id = ?")
                .param(line.id()).update())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void numbersAreGivenInsideTheTransactionOfTheActOnly() {
        String series = series();

        assertThatThrownBy(() -> numbers.give(series, TODAY, paper(), "标题", Actor.SYSTEM, now())).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void promise1_aPaperSignedInTheOldYearTakesTheOldYearsNumberAlsoInTheNewYear() {
        String series = series();
        clock.set("2026-12-31T17:00");
        NumberLine old = given(series, LocalDate.of(2026, 12, 31), paper());
        clock.set("2027-01-04T09:00");

        NumberLine fresh = given(series, LocalDate.of(2027, 1, 4), paper());
        NumberLine late = given(series, LocalDate.of(2026, 12, 31), paper());

        assertThat(old.text()).isEqualTo(series + "〔2026〕1号");
        assertThat(fresh.text()).isEqualTo(series + "〔2027〕1号");
        assertThat(late.text()).isEqualTo(series + "〔2026〕2号");
        assertThat(late.year()).isEqualTo(2026);
        List<GapReport.Entry> january = report.of(YearMonth.of(2027, 1), Actor.SYSTEM).stream().filter(e -> e.series().code().equals(series)).toList();
        assertThat(january).extracting(GapReport.Entry::year, GapReport.Entry::first, GapReport.Entry::last)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(2027, 1, 1), org.assertj.core.groups.Tuple.tuple(2026, 2, 2));
    }

    @Test
    void theYearOfTheOfficeBeginsInShanghaiNotInGreenwich() {
        String series = series();
        clock.set("2027-01-01T00:30");

        assertThat(given(series, LocalDate.of(2027, 1, 1), paper()).text()).isEqualTo(series + "〔2027〕1号");
    }

    @Test
    void promise1_ordersAreNumberedOnOverTheYears() {
        String order = series("第{n}号", false);
        clock.set("2026-12-31T17:00");
        NumberLine old = given(order, LocalDate.of(2026, 12, 31), paper());
        clock.set("2027-01-04T09:00");
        NumberLine fresh = given(order, LocalDate.of(2027, 1, 4), paper());

        assertThat(List.of(old.text(), fresh.text())).containsExactly("第1号", "第2号");
        assertThat(fresh.year()).isEqualTo(2027);
        assertThat(entry(order).unexplained()).isEmpty();
        assertThat(entry(order).checked()).isEqualTo(2);
    }

    @Test
    void twoSeriesMayWriteAlikeAndAYearlyOneMayLeaveTheYearOut() {
        String one = series("第{n}期", true);
        String other = series("第{n}期", true);

        assertThat(given(one).text()).isEqualTo(given(other).text());
        clock.set("2027-01-04T09:00");
        assertThat(given(one, LocalDate.of(2027, 1, 4), paper()).text()).isEqualTo("第1期");
    }

    @Test
    void anOfficeThatBeginsInMidYearExplainsWhereTheEarlierNumbersStand() {
        String series = series();
        numbers.continueAfter(series, 2026, 33, "此前在纸质登记簿", office.actor("S009"), now());
        numbers.continueAfter(series, 2026, 33, "再按一次", office.actor("S009"), now());

        assertThat(given(series).seq()).isEqualTo(34);
        assertThat(entry(series).leaps()).extracting(GapReport.Leap::first, GapReport.Leap::last, GapReport.Leap::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 33, "此前在纸质登记簿"));
        assertThat(entry(series).unexplained()).isEmpty();
        refused("numbers.refusal.leap-range", () -> numbers.continueAfter(series, 2026, 12, "倒退", Actor.SYSTEM, now()));
        refused("numbers.refusal.leap-range", () -> numbers.continueAfter(series, 2026, 100_000, "太大", Actor.SYSTEM, now()));
        refused("numbers.refusal.reason", () -> numbers.continueAfter(series, 2026, 50, " ", Actor.SYSTEM, now()));
    }

    @Test
    void promise1_aNumberThatIsMissingIsFoundWhereverItIsMissing() {
        String series = series();
        long id = register.byCode(series).orElseThrow().id();
        given(series);
        inTransaction(() -> jdbc.sql("update number_counter set last = 5 where series_id = ?").param(id).update());
        assertThat(entry(series).unexplained()).containsExactly(new GapReport.Range(2, 5));

        given(series);
        numbers.continueAfter(series, 2026, 10, "纸质登记", Actor.SYSTEM, now());

        assertThat(entry(series).unexplained()).containsExactly(new GapReport.Range(2, 5));
        assertThat(entry(series).checked()).isEqualTo(10);
        assertThat(report.unexplained()).containsKey(series + "/2026");
    }

    @Test
    void whatCannotBeNumberedIsRefusedClearly() {
        String series = series();
        refused("numbers.refusal.unknown-series", () -> given("没有", TODAY, paper()));
        refused("numbers.refusal.year-not-begun", () -> given(series, LocalDate.of(2027, 1, 1), paper()));
        refused("numbers.refusal.year-not-begun", () -> given(series, LocalDate.MAX, paper()));
        refused("numbers.refusal.year-past", () -> given(series, LocalDate.of(2024, 12, 31), paper()));
        refused("numbers.refusal.year-past", () -> given(series, LocalDate.MIN, paper()));
        refused("numbers.refusal.not-signed-yet", () -> given(series, TODAY.plusDays(1), paper()));
        refused("numbers.refusal.title", () -> inTransaction(() -> numbers.give(series, TODAY, paper(), " ", Actor.SYSTEM, now())));
        refused("numbers.refusal.reason", () -> numbers.voidNumber(given(series).id(), "　", office.person("S006"), Actor.SYSTEM, now()));
        refused("numbers.refusal.approver", () -> numbers.voidNumber(given(series).id(), "理由", -1, Actor.SYSTEM, now()));
    }

    @Test
    void promise1_theLastNumberOfFiveDigitsIsGivenAndNoSixth() {
        String series = series();
        numbers.continueAfter(series, 2026, 99_998, "接近上限", Actor.SYSTEM, now());

        assertThat(given(series).seq()).isEqualTo(99_999);
        refused("numbers.refusal.full", () -> given(series));
        assertThat(entry(series).checked()).isEqualTo(99_999);
        assertThat(entry(series).unexplained()).isEmpty();
    }

    @Test
    void theDemoOfficeGoesOnWhereItsPaperRegisterEnded() {
        Series letters = register.byCode("岭政办函").orElseThrow();
        GapReport.Entry may = report.of(YearMonth.of(2026, 5), Actor.SYSTEM).stream().filter(e -> e.series().id() == letters.id()).findFirst().orElseThrow();

        assertThat(may.first()).isEqualTo(31);
        assertThat(may.leaps()).extracting(GapReport.Leap::first, GapReport.Leap::last).containsExactly(org.assertj.core.groups.Tuple.tuple(1, 30));
        assertThat(may.unexplained()).isEmpty();
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.objections().getFirst().code()).isEqualTo(code));
    }
}
