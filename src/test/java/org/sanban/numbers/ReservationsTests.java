package org.sanban.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sanban.numbers.NumbersTests.refused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.numbers.NumberLine.State;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class ReservationsTests extends NumberTest {

    @Autowired
    ReservationExpiry expiry;

    @Test
    void promise1_aReservedNumberIsGivenToThePaperItWasKeptForAndToNoOther() {
        String series = series();
        NumberLine held = reserved(series, TODAY.plusDays(2));
        NumberLine other = given(series);
        SubjectRef paper = paper();

        NumberLine given = used(held, paper);

        assertThat(other.seq()).isEqualTo(held.seq() + 1);
        assertThat(given.text()).isEqualTo(held.text());
        assertThat(given.state()).isEqualTo(State.GIVEN);
        assertThat(given.reservation()).isEqualTo(held.reservation());
        assertThat(used(held, paper)).isEqualTo(given);
        refused("numbers.refusal.not-reserved", () -> used(held, paper()));
        NumberLine second = reserved(series, TODAY.plusDays(2));
        refused("numbers.refusal.bears-another", () -> used(second, paper));
    }

    @Test
    void aReservationOverTheHolidayLastsThreeWorkingDays() {
        clock.set("2026-04-30T10:00");
        String series = series();

        assertThat(reservations.latest(now())).isEqualTo(LocalDate.of(2026, 5, 8));
        NumberLine held = reserved(series, LocalDate.of(2026, 5, 8));
        refused("numbers.refusal.until", () -> reserved(series, LocalDate.of(2026, 5, 9)));
        refused("numbers.refusal.until", () -> reserved(series, LocalDate.of(2026, 4, 29)));

        clock.set("2026-05-08T23:59");
        expiry.run(now());
        assertThat(ledger.line(held.id(), Actor.SYSTEM).state()).isEqualTo(State.RESERVED);
        clock.set("2026-05-09T00:01");
        refused("numbers.refusal.ran-out", () -> used(held, paper()));
        expiry.run(now());
        expiry.run(now());
        NumberLine voided = ledger.line(held.id(), Actor.SYSTEM);
        assertThat(voided.state()).isEqualTo(State.VOIDED);
        assertThat(voided.voiding()).satisfies(v -> assertThat(v.ranOut()).isTrue());
        assertThat(entry(series).voided()).extracting(NumberLine::id).containsExactly(held.id());
        assertThat(entry(series).unexplained()).isEmpty();
        assertThat(given(series, LocalDate.of(2026, 5, 8), paper()).seq()).isEqualTo(2);
    }

    @Test
    void promise1_sendingTheSameReservationTwiceSetsOneNumberAside() {
        String series = series();
        NumberLine once = reservations.reserve(series, 2026, "等待印发", office.person("S008"), TODAY, office.actor("S009"), now(), "twice-" + series);
        NumberLine again = reservations.reserve(series, 2026, "等待印发", office.person("S008"), TODAY, office.actor("S009"), now(), "twice-" + series);

        assertThat(again).isEqualTo(once);
        assertThat(given(series).seq()).isEqualTo(2);
    }

    @Test
    void aReservationNamesItsReasonItsOwnerAndItsYear() {
        String series = series();
        refused("numbers.refusal.reason", () -> reservations.reserve(series, 2026, " ", office.person("S008"), TODAY, Actor.SYSTEM, now(), "r1" + series));
        refused("numbers.refusal.owner", () -> reservations.reserve(series, 2026, "理由", -1, TODAY, Actor.SYSTEM, now(), "r2" + series));
        refused("numbers.refusal.year-not-begun", () -> reservations.reserve(series, 2027, "理由", office.person("S008"), TODAY, Actor.SYSTEM, now(), "r3" + series));
        refused("numbers.refusal.year-not-begun", () -> reservations.reserve(series, Integer.MAX_VALUE, "理由", office.person("S008"), TODAY, Actor.SYSTEM, now(), "r4" + series));
        refused("numbers.refusal.unknown-series", () -> reservations.reserve("没有", 2026, "理由", office.person("S008"), TODAY, Actor.SYSTEM, now(), "r5" + series));
        assertThat(given(series).seq()).isEqualTo(1);
    }

    @Test
    void aReservedNumberOfOneYearIsNotGivenToAPaperSignedInAnother() {
        String series = series();
        clock.set("2026-12-31T10:00");
        NumberLine held = reserved(series, LocalDate.of(2027, 1, 4));
        clock.set("2027-01-04T10:00");

        refused("numbers.refusal.other-year", () -> inTransaction(() -> numbers.giveReserved(held.id(), LocalDate.of(2027, 1, 4), paper(), "标题", Actor.SYSTEM, now())));
        assertThat(inTransaction(() -> numbers.giveReserved(held.id(), LocalDate.of(2026, 12, 31), paper(), "标题", Actor.SYSTEM, now())).text())
                .isEqualTo(series + "〔2026〕1号");
    }

    @Test
    void aReservationCannotBeProlongedBehindTheRegistersBack() {
        NumberLine held = reserved(series(), TODAY);

        assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update number_line set expires_on = expires_on + 30 where id = ?").param(held.id()).update()))
                .isInstanceOf(DataAccessException.class);
    }

    private NumberLine used(NumberLine held, SubjectRef paper) {
        return inTransaction(() -> numbers.giveReserved(held.id(), TODAY.isBefore(now().atZone(clock.getZone()).toLocalDate()) ? TODAY : now().atZone(clock.getZone()).toLocalDate(),
                paper, "关于测试的通知", Actor.SYSTEM, now()));
    }
}
