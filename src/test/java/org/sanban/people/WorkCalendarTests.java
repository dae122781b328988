package org.sanban.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;

class WorkCalendarTests extends OfficeTest {

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Calendars calendars;

    @Test
    void promise8_aLimitCountsWorkingTimeWithHolidaysAndShiftedWorkdays() {
        assertThat(calendar.plus(at("2026-02-13T17:00"), 60)).isEqualTo(at("2026-02-14T09:30"));
        assertThat(calendar.plus(at("2026-02-14T17:00"), 60)).isEqualTo(at("2026-02-24T09:30"));
        assertThat(calendar.plus(at("2026-09-30T17:29"), 2 * 420)).isEqualTo(at("2026-10-09T17:29"));
        assertThat(calendar.plus(at("2026-09-30T17:29"), 3 * 420)).isEqualTo(at("2026-10-10T17:29"));
    }

    @Test
    void promise8_timeToALimitIsNegativeOnceItHasPassed() {
        assertThat(calendar.minutesBetween(at("2026-06-16T10:00"), at("2026-06-15T16:30"))).isEqualTo(-120);
        assertThat(calendar.minutesBetween(at("2026-06-15T16:30"), at("2026-06-16T10:00"))).isEqualTo(120);
    }

    @Test
    void promise8_aLimitThatReachesIntoAYearWithoutCalendarIsRefusedAndNamesTheYear() {
        assertThatThrownBy(() -> calendar.plus(at("2027-12-31T17:00"), 600))
                .isInstanceOfSatisfying(CalendarMissing.class, e -> assertThat(e.year()).isEqualTo(2028));
    }

    @Test
    void aNewYearCountsAsSoonAsItIsRecorded() {
        calendars.keep(
                new CalendarYear(2031, false, "", List.of(new CalendarYear.Holiday("元旦", day("2031-01-01"), day("2031-01-01"))),
                        List.of(), List.of(new CalendarYear.Span(LocalTime.of(8, 30), LocalTime.of(11, 30)))),
                office.actor("A01"), office.now());
        assertThat(calendar.worksOn(day("2031-01-01"))).isFalse();
        assertThat(calendar.plus(at("2031-01-01T10:00"), 60)).isEqualTo(at("2031-01-02T09:30"));
        assertThat(calendar.minutesPerDay()).isEqualTo(420);
    }

    @Test
    void everyMistakeOfAnImportIsNamedWithItsLine() {
        String text = """
                year: 2026
                holidays:
                  - {name: 元旦, from: "2026-01-01", to: "2025-01-03"}
                  - {name: 春节, from: "2026-02-30", to: "2026-02-23"}
                  - {name: 清明节, from: "2026-04-06", to: "2026-04-04"}
                working_weekends: ["2026-01-05"]
                office_hours: [{start: "12:00", end: "09:00"}]
                """;
        assertThatThrownBy(() -> CalendarFile.read(text, "")).isInstanceOfSatisfying(
                Refused.class, e -> assertThat(e.objections())
                        .extracting(o -> o.args().getFirst() + " " + o.code())
                        .containsExactly(
                                "3 people.import.other-year", "4 people.import.value", "5 people.import.backwards",
                                "6 people.import.no-weekend", "7 people.import.hours"));
    }

    @Test
    void whatIsNoCalendarIsRefusedInASentence() {
        for (String text : List.of("", "- 1", "year: [", "year: abc", "{{{", "a: &x [*x]", "year: 3000", "year: 2026")) {
            assertThatThrownBy(() -> CalendarFile.read(text, "")).as(text).isInstanceOf(Refused.class);
        }
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(clock.getZone()).toInstant();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
