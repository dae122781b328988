package org.sanban.affairs;

import java.sql.Timestamp;
import java.time.Instant;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of affairs (督〔2026〕041): one counter a series and year, locked to the end of the transaction, so that none is given twice and none is left out (promise 1). */
@Component
public class AffairNumbers {

    private final JdbcClient jdbc;

    AffairNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    int next(String series, int year) {
        return jdbc.sql("insert into affair_counter (series, year, last) values (?, ?, 1) on conflict (series, year) do update set last = affair_counter.last + 1 returning last")
                .params(series, year).query(Integer.class).single();
    }

    /** Lets the counter go on after {@code last}: those up to it stand in another register. Nothing happens where it stands there already. */
    @Transactional
    public void continueAfter(String series, int year, int last, String reason, Actor by, Instant at) {
        jdbc.sql("insert into affair_counter (series, year, last) values (?, ?, 0) on conflict do nothing").params(series, year).update();
        int now = jdbc.sql("select last from affair_counter where series = ? and year = ? for update").params(series, year).query(Integer.class).single();
        if (now >= last) {
            return;
        }
        Refused.unless(!reason.isBlank(), "affairs.refusal.empty");
        jdbc.sql("update affair_counter set last = ? where series = ? and year = ?").params(last, series, year).update();
        jdbc.sql("insert into affair_leap (series, year, first, last, reason, by_person, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(series, year, now + 1, last, reason.strip(), by.id(), Timestamp.from(at)).update();
    }
}
