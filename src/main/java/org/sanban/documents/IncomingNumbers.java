package org.sanban.documents;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The running number of incoming papers (收文号): one counter a year, in a row that stays locked until the registration is
 * stored or undone, so that no number is given twice and none is lost (promise 1).
 */
@Component
public class IncomingNumbers {

    /** A number: {@code text} as people write it, {@code seq} its place in the year. */
    record Given(int year, int seq, String text) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    IncomingNumbers(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The next number of the year, inside the transaction of the registration only. */
    @Transactional(propagation = Propagation.MANDATORY)
    Given next(int year) {
        open(year);
        return jdbc.sql("update incoming_series set last_number = last_number + 1 where year = :year returning last_number, format")
                .param("year", year)
                .query((row, n) -> new Given(year, row.getInt(1), text(row.getString(2), year, row.getInt(1))))
                .single();
    }

    /**
     * Lets the counter go on after {@code last}: the numbers up to it stand in another register, and {@code reason} says in which.
     * Nothing happens where the counter stands there already.
     *
     * @throws Refused when the counter is beyond {@code last}, or without a reason
     */
    @Transactional
    public void continueAfter(int year, int last, String reason, Actor by, Instant at) {
        open(year);
        int now = jdbc.sql("select last_number from incoming_series where year = :year for update")
                .param("year", year).query(Integer.class).single();
        if (now == last) {
            return;
        }
        Refused.unless(last > now, "documents.refusal.numbers-given", now);
        if (reason.isBlank()) {
            throw new Refused(Objection.of("documents.refusal.leap-reason").at("reason"));
        }
        jdbc.sql("update incoming_series set last_number = :last where year = :year").param("last", last).param("year", year).update();
        jdbc.sql("insert into incoming_leap (year, first, last, reason, by_person, at) values (:year, :first, :last, :reason, :by, :at)")
                .param("year", year).param("first", now + 1).param("last", last).param("reason", reason.strip())
                .param("by", by.id()).param("at", Timestamp.from(at))
                .update();
        events.publishEvent(new IncomingChanged(new SubjectRef("incoming-series", year), "incoming.series-continued", by.id(), at,
                Map.of("first", now + 1, "last", last, "reason", reason.strip())));
    }

    /** The last number given in a year, 0 where none was. */
    @Transactional(readOnly = true)
    public int last(int year) {
        return jdbc.sql("select last_number from incoming_series where year = :year").param("year", year)
                .query(Integer.class).optional().orElse(0);
    }

    /** A new year begins with 1 in the form of the year before. */
    private void open(int year) {
        jdbc.sql("""
                        insert into incoming_series (year, format)
                        select :year, coalesce((select format from incoming_series where year < :year order by year desc limit 1),
                                               (select format from incoming_series order by year limit 1))
                        on conflict do nothing""")
                .param("year", year)
                .update();
    }

    private static String text(String format, int year, int seq) {
        return format.replace("{year}", String.valueOf(year)).replace("{n}", String.valueOf(seq));
    }
}
