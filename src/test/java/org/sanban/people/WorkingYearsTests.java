package org.sanban.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sanban.people.Facts.HoursFact;
import org.sanban.testing.Alongside;

@Alongside
class WorkingYearsTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUGUST_END = LocalDate.of(2026, 8, 31);
    private static final Map<LocalDate, Boolean> EXCEPTIONS = Map.of(
            LocalDate.of(2026, 6, 19), false, LocalDate.of(2026, 9, 20), true, LocalDate.of(2026, 9, 25), false,
            LocalDate.of(2026, 1, 1), false);
    private final WorkingYears years = new WorkingYears(facts(Set.of(2026, 2027)), SHANGHAI);

    @Test
    void workStopsAtNoonAndInTheEvening() {
        assertThat(plus("2026-06-15T11:30", 60)).isEqualTo(at("2026-06-15T14:00"));
        assertThat(plus("2026-06-15T17:00", 60)).isEqualTo(at("2026-06-16T09:30"));
        assertThat(plus("2026-06-15T09:00", 420)).isEqualTo(at("2026-06-15T17:30"));
    }

    @Test
    void aHolidayAndTheWeekendBehindItAreSkipped() {
        assertThat(plus("2026-06-18T17:00", 60)).isEqualTo(at("2026-06-22T09:30"));
    }

    @Test
    void aShiftedWorkdayCountsAlthoughItIsASunday() {
        assertThat(LocalDate.of(2026, 9, 20).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(plus("2026-09-18T17:00", 60)).isEqualTo(at("2026-09-20T09:30"));
        assertThat(minutes("2026-09-19T00:00", "2026-09-21T00:00")).isEqualTo(420);
    }

    @Test
    void summerHoursCountFromTheirFirstToTheirLastDay() {
        assertThat(plus("2026-06-30T17:00", 60)).isEqualTo(at("2026-07-01T09:30"));
        assertThat(plus("2026-07-01T11:30", 60)).isEqualTo(at("2026-07-01T15:30"));
        assertThat(plus("2026-08-31T17:30", 60)).isEqualTo(at("2026-09-01T09:30"));
    }

    @Test
    void theYearEndsAndTheNextOneGoesOn() {
        assertThat(plus("2026-12-31T17:00", 60)).isEqualTo(at("2027-01-01T09:30"));
        assertThat(minutes("2026-12-31T17:00", "2027-01-01T09:30")).isEqualTo(60);
    }

    @Test
    void aYearThatIsNotRecordedIsNamed() {
        assertThatThrownBy(() -> plus("2027-12-31T17:00", 60)).isInstanceOfSatisfying(
                CalendarMissing.class, e -> assertThat(e.year()).isEqualTo(2028));
        assertThatThrownBy(() -> plus("2025-12-31T17:00", 1)).isInstanceOfSatisfying(
                CalendarMissing.class, e -> assertThat(e.year()).isEqualTo(2025));
        assertThatThrownBy(() -> minutes("2025-12-31T17:00", "2026-01-05T00:00")).isInstanceOf(CalendarMissing.class);
        assertThatThrownBy(() -> years.worksOn(LocalDate.of(2028, 1, 1))).isInstanceOf(CalendarMissing.class);
    }

    @Test
    void aPeriodMayEndExactlyWithTheLastRecordedYear() {
        assertThat(minutes("2027-12-31T17:00", "2028-01-01T00:00")).isEqualTo(30);
        assertThat(plus("2027-12-31T17:00", 30)).isEqualTo(at("2027-12-31T17:30"));
    }

    @Test
    void aZoneThatChangesItsClocksKeepsItsOfficeHours() {
        WorkingYears berlin = new WorkingYears(facts(Set.of(2026)), ZoneId.of("Europe/Berlin"));
        Instant fridayNoon = LocalDateTime.parse("2026-03-27T12:00").atZone(ZoneId.of("Europe/Berlin")).toInstant();
        Instant mondayTen = LocalDateTime.parse("2026-03-30T10:00").atZone(ZoneId.of("Europe/Berlin")).toInstant();
        assertThat(berlin.between(fridayNoon, mondayTen) / WorkingYears.MINUTE).isEqualTo(300);
        assertThat(berlin.plus(fridayNoon, 300 * WorkingYears.MINUTE)).isEqualTo(mondayTen);
    }

    @Test
    void secondsAreNotLost() {
        Instant from = at("2026-06-15T11:59").plusSeconds(30);
        assertThat(years.plus(from, WorkingYears.MINUTE)).isEqualTo(at("2026-06-15T13:30").plusSeconds(30));
        assertThat(years.between(from, from.plusSeconds(29)) / WorkingYears.MINUTE).isZero();
    }

    @Test
    void addingAndMeasuringAgreeWithCountingMinuteByMinute() {
        Random random = new Random(20260615);
        for (int round = 0; round < 1_000; round++) {
            Instant from = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(364 * 1440)));
            long work = 1 + random.nextInt(2_500);
            Instant to = years.plus(from, work * WorkingYears.MINUTE);
            assertThat(to).as("%s plus %s", from, work).isEqualTo(naivePlus(from, work));
            assertThat(years.between(from, to) / WorkingYears.MINUTE).isEqualTo(work);
        }
    }

    private static Instant naivePlus(Instant from, long work) {
        LocalDateTime now = LocalDateTime.ofInstant(from, SHANGHAI);
        while (work > 0) {
            if (naiveWorks(now)) {
                work--;
            }
            now = now.plusMinutes(1);
        }
        return now.atZone(SHANGHAI).toInstant();
    }

    /** Is the minute that begins at {@code now} one of work? Written without a glance at the code under test. */
    private static boolean naiveWorks(LocalDateTime now) {
        LocalDate day = now.toLocalDate();
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!EXCEPTIONS.getOrDefault(day, !weekend)) {
            return false;
        }
        boolean summer = day.getYear() == 2026 && (day.getMonthValue() == 7 || day.getMonthValue() == 8);
        int minute = now.getHour() * 60 + now.getMinute();
        int afternoon = summer ? 15 * 60 : 13 * 60 + 30;
        int evening = summer ? 18 * 60 : 17 * 60 + 30;
        return minute >= 540 && minute < 720 || minute >= afternoon && minute < evening;
    }

    private Instant plus(String from, long minutes) {
        return years.plus(at(from), minutes * WorkingYears.MINUTE);
    }

    private long minutes(String from, String to) {
        return years.between(at(from), at(to)) / WorkingYears.MINUTE;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Facts facts(Set<Integer> recorded) {
        List<HoursFact> hours = List.of(
                new HoursFact(ALWAYS, null, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new HoursFact(JULY, AUGUST_END, LocalTime.of(9, 0), LocalTime.of(12, 0)),
                new HoursFact(ALWAYS, null, LocalTime.of(13, 30), LocalTime.of(17, 30)),
                new HoursFact(JULY, AUGUST_END, LocalTime.of(15, 0), LocalTime.of(18, 0)));
        Map<Integer, Boolean> years =
                recorded.stream().collect(Collectors.toMap(year -> year, year -> false));
        return new Facts(
                1, List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Set.of(), List.of(), List.of(), List.of(), years,
                EXCEPTIONS, hours, Map.of());
    }
}
