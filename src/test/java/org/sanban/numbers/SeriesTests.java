package org.sanban.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanban.numbers.NumbersTests.refused;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;

class SeriesTests extends NumberTest {

    @ParameterizedTest
    @CsvSource({
        "NOTICE, DOWN, ORG-YLB, PAPER, 岭政办发", "CIRCULAR, DOWN, ORG-YLB, ELECTRONIC, 岭政办通", "LETTER, LATERAL, ORG-YLB, PAPER, 岭政办函",
        "LETTER, DOWN, ORG-YLB, PAPER, 岭政办函", "REPORT, UP, ORG-YLB, PAPER, 岭政办", "NOTICE, DOWN, ORG-YLB, TELEGRAM_PLAIN, 岭政办发明电",
        "REQUEST, UP, ORG-YL, PAPER, 岭政", "OPINION, UP, ORG-YL, PAPER, 岭政", "OPINION, DOWN, ORG-YL, PAPER, 岭政发", "REPLY, DOWN, ORG-YL, PAPER, 岭政复",
        "ORDER, DOWN, ORG-YL, PAPER, 令", "MINUTES, DOWN, ORG-YL, PAPER, 岭政常纪"})
    void theSeriesFollowsFromBodyDirectionTypeAndMedium(String type, String direction, String issuer, String medium, String expected) {
        assertThat(numbers.suggest(type, direction, issuer, medium)).first().extracting(Series::code).isEqualTo(expected);
    }

    @Test
    void nothingIsSuggestedAgainstTheDirectionOrFromAnotherBody() {
        assertThat(numbers.suggest("REQUEST", "DOWN", "ORG-YL", "PAPER")).isEmpty();
        assertThat(numbers.suggest("NOTICE", "DOWN", "ORG-CZT", "PAPER")).isEmpty();
    }

    @Test
    void promise1_codeAndFormOfASeriesStayOnceItIsUsedInTheYear() {
        String code = series();
        Series series = register.byCode(code).orElseThrow();
        Series renamed = register.edit(defined(series, series.code() + "甲", FORMAT, series.version()), Actor.SYSTEM, now());
        given(renamed.code());

        refused("numbers.refusal.series-in-use", () -> register.edit(defined(renamed, code, FORMAT, renamed.version()), Actor.SYSTEM, now()));
        refused("numbers.refusal.series-in-use", () -> register.edit(defined(renamed, renamed.code(), "{code}{n}", renamed.version()), Actor.SYSTEM, now()));
        Series named = register.edit(new Series(
                series.id(), renamed.code(), "新名称", series.body(), series.direction(), series.layout(), series.docTypes(), FORMAT, true, true, renamed.version()), Actor.SYSTEM, now());
        assertThat(named.name()).isEqualTo("新名称");
        assertThatThrownBy(() -> register.edit(defined(named, named.code(), FORMAT, renamed.version()), Actor.SYSTEM, now())).isInstanceOf(Stale.class);
    }

    @Test
    void promise1_aNewFormHoldsFromTheNewYearOnAndTheOldYearKeepsItsOwn() {
        String code = series();
        given(code);
        clock.set("2027-01-02T09:00");
        Series series = register.byCode(code).orElseThrow();
        register.edit(defined(series, code, "{code}第{n}号〔{year}〕", series.version()), Actor.SYSTEM, now());

        assertThat(given(code, LocalDate.of(2026, 12, 31), paper()).text()).isEqualTo(code + "〔2026〕2号");
        assertThat(given(code, LocalDate.of(2027, 1, 2), paper()).text()).isEqualTo(code + "第1号〔2027〕");
    }

    @Test
    void aRetiredSeriesGivesNothingNewAndKeepsWhatItGave() {
        String code = series();
        NumberLine line = given(code);
        long id = register.byCode(code).orElseThrow().id();
        register.retire(id, true, office.actor("S009"), now());

        refused("numbers.refusal.unknown-series", () -> given(code));
        refused("numbers.refusal.series-as-it-is", () -> register.retire(id, true, Actor.SYSTEM, now()));
        assertThat(numbers.of(line.subject())).contains(line);
        register.retire(id, false, office.actor("S009"), now());
        assertThat(given(code).seq()).isEqualTo(2);
    }

    @Test
    void everyChangeOfASeriesAndEveryNumberIsInTheTrail() {
        String code = series();
        NumberLine line = given(code);
        numbers.voidNumber(line.id(), "理由", office.person("S006"), office.actor("S009"), now());

        assertThat(inTransaction(() -> jdbc.sql("select what from audit_entry where (subject_kind = 'number-series' and subject_id = :series) or (subject_kind = :kind and subject_id = :subject) order by at, seq")
                .param("series", line.seriesId()).param("kind", line.subject().kind()).param("subject", line.subject().id()).query(String.class).list()))
                .contains("number-series.added", "number.given", "number.voided");
    }

    @ParameterizedTest
    @CsvSource({
        "1号, 名称, ORG-YLB, NOTICE, '{code}{n}', numbers.refusal.code", "'', 名称, ORG-YLB, NOTICE, '{code}{n}', numbers.refusal.code",
        "甲乙, ' ', ORG-YLB, NOTICE, '{code}{n}', numbers.refusal.name", "甲乙, 名称, ORG-XX, NOTICE, '{code}{n}', numbers.refusal.body",
        "甲乙, 名称, ORG-YLB, BULLETIN, '{code}{n}', numbers.refusal.types", "甲乙, 名称, ORG-YLB, NOTICE, '{code}〔{year}〕号', numbers.refusal.format",
        "甲乙, 名称, ORG-YLB, NOTICE, '{code}[{year}]{n}号', numbers.refusal.format", "甲乙, 名称, ORG-YLB, NOTICE, '{n}{n}', numbers.refusal.format",
        "岭政办发, 名称, ORG-YLB, NOTICE, '{code}{n}', numbers.refusal.code-taken"})
    void aSeriesThatCannotGiveProperNumbersIsRefused(String code, String name, String body, String type, String format, String refusal) {
        refused(refusal, () -> register.add(
                new Series(0, code, name, body, Series.Direction.DOWN, Series.Layout.GENERAL, List.of(type), format, true, true, 0), Actor.SYSTEM, now()));
    }

    private static Series defined(Series old, String code, String format, int version) {
        return new Series(old.id(), code, old.name(), old.body(), old.direction(), old.layout(), old.docTypes(), format, old.yearly(), true, version);
    }
}
