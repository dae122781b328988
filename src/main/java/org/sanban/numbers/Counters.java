package org.sanban.numbers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One counter a series and year, in a row that stays locked until the number is stored or undone: no number is given twice, none
 * is lost (promise 1). A database sequence would leave a gap with every rollback.
 */
@Component
class Counters {

    /** Five digits at most (domain.md §3.4). */
    private static final int LARGEST = 99_999;

    /** A place in a series. {@code code} and {@code format} are those with which its counter began. */
    record Place(long series, int period, int year, int seq, String code, String format) {
        String text() {
            return SeriesRules.text(code, format, year, seq);
        }

        String key() {
            return SeriesRules.key(code, format, period, text());
        }
    }

    private final JdbcClient jdbc;
    private final ZoneId zone;
    private final int yearsBack;

    Counters(JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone, @Value("${sanban.numbers.years-back:1}") int yearsBack) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.yearsBack = yearsBack;
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The next place; waits for whoever takes one of the same counter at this moment. */
    Place next(Series series, int year) {
        Place next = jdbc.sql("""
                        insert into number_counter (series_id, period, code, format, last) values (:series, :period, :code, :format, 1)
                        on conflict (series_id, period) do update set last = number_counter.last + 1 returning last, code, format""")
                .param("series", series.id()).param("period", series.period(year)).param("code", series.code()).param("format", series.format())
                .query((row, n) -> new Place(series.id(), series.period(year), year, row.getInt(1), row.getString(2), row.getString(3)))
                .single();
        Refused.unless(next.seq() <= LARGEST, "numbers.refusal.full", series.code(), String.valueOf(LARGEST));
        return next;
    }

    /** A year that has not begun has no numbers yet, one long past has none any more. */
    void refuseYear(Series series, int year, Instant at, String field) {
        int now = day(at).getYear();
        if (year > now) {
            throw new Refused(Objection.of("numbers.refusal.year-not-begun", String.valueOf(year), series.code()).at(field));
        }
        if (year < now - yearsBack) {
            throw new Refused(Objection.of("numbers.refusal.year-past", String.valueOf(year), series.code(), yearsBack).at(field));
        }
    }

    /** Lets the counter go on after {@code last}. False where it stands there already. */
    boolean leap(Series series, int year, int last, String reason, Actor by, Instant at) {
        int period = series.period(year);
        jdbc.sql("insert into number_counter (series_id, period, code, format, last) values (?, ?, ?, ?, 0) on conflict do nothing")
                .params(series.id(), period, series.code(), series.format()).update();
        int now = jdbc.sql("select last from number_counter where series_id = ? and period = ? for update")
                .params(series.id(), period).query(Integer.class).single();
        if (now == last) {
            return false;
        }
        if (last < now || last > LARGEST) {
            throw new Refused(Objection.of("numbers.refusal.leap-range", String.valueOf(now), String.valueOf(LARGEST)).at("last"));
        }
        jdbc.sql("insert into number_leap (series_id, period, first, last, reason, by_person, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(series.id(), period, now + 1, last, reason, by.id(), at.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("update number_counter set last = ? where series_id = ? and period = ?").params(last, series.id(), period).update();
        return true;
    }
}
