package org.sanban.numbers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.NumberLine.State;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register as one reads it. Every line is there for every reader, without gap; the title only where the reader may see its subject. */
@Service
@Transactional(readOnly = true)
public class Ledger {

    /** How a series stands in one year. {@code last} is the last number of its counter, however it was taken; 0 where none was. */
    public record Standing(long series, int last, int given, int reserved, int voided) {}

    private final JdbcClient jdbc;
    private final Sight sight;
    private final Counters counters;

    Ledger(JdbcClient jdbc, Sight sight, Counters counters) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.counters = counters;
    }

    /** By id of series: how each stands in {@code year}. A series that runs on shows its last number of all years. */
    public Map<Long, Standing> standings(int year) {
        Map<Long, Standing> standings = new HashMap<>();
        jdbc.sql("""
                        select s.id, coalesce(c.last, 0), coalesce(l.given, 0), coalesce(l.reserved, 0), coalesce(l.voided, 0)
                          from number_series s
                          left join number_counter c on c.series_id = s.id and c.period = case when s.yearly then :year else 0 end
                          left join (select series_id, count(*) filter (where state = 'GIVEN') as given, count(*) filter (where state = 'RESERVED') as reserved,
                                            count(*) filter (where state = 'VOIDED') as voided
                                       from number_line where year = :year group by series_id) l on l.series_id = s.id""")
                .param("year", year)
                .query((row, n) -> new Standing(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .list()
                .forEach(standing -> standings.put(standing.series(), standing));
        return standings;
    }

    /**
     * Lines of a series in a year, the highest number first.
     *
     * @param state null for all
     * @param before only numbers smaller than this; 0 for the first page
     */
    public List<NumberLine> page(long series, int year, @Nullable State state, int before, int limit, Actor by) {
        return jdbc.sql(select(by) + " where l.series_id = :series and l.year = :year and (:state::text is null or l.state = :state)"
                        + " and (:before = 0 or l.seq < :before) order by l.seq desc limit :limit")
                .params(sight.params(by)).param("series", series).param("year", year).param("state", state == null ? null : state.name())
                .param("before", before).param("limit", limit)
                .query(Lines::read)
                .list();
    }

    /** Years in which the series has a counter or a line, and {@code also}; the latest first. */
    public List<Integer> years(long series, int also) {
        return jdbc.sql("""
                        select period from number_counter where series_id = :series and period > 0
                        union select year from number_line where series_id = :series union select :also order by 1 desc""")
                .param("series", series).param("also", also)
                .query(Integer.class)
                .list();
    }

    /** Reservations of all series that nobody has used yet; those that run out first stand first. */
    public List<NumberLine> reserved(Actor by) {
        return jdbc.sql(select(by) + " where l.state = 'RESERVED' order by l.expires_on, l.id").params(sight.params(by)).query(Lines::read).list();
    }

    /** Numbers of all series voided in that time, or taken in it and void now; smaller numbers first. */
    public List<NumberLine> voided(Instant from, Instant until, Actor by) {
        return jdbc.sql(select(by) + " where l.state = 'VOIDED' and (l.voided_at >= :from and l.voided_at < :until or l.taken_at >= :from and l.taken_at < :until)"
                        + " order by l.series_id, l.period, l.seq")
                .params(sight.params(by)).param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC))
                .query(Lines::read)
                .list();
    }

    /** @throws NotFound if there is no such line */
    public NumberLine line(long id, Actor by) {
        return jdbc.sql(select(by) + " where l.id = :id").params(sight.params(by)).param("id", id).query(Lines::read).optional().orElseThrow(NotFound::new);
    }

    /** The year of the office at that moment. */
    public int year(Instant at) {
        return counters.day(at).getYear();
    }

    private String select(Actor by) {
        return "select l.*, s.code as series, case when l.subject_id is null or h.id is not null then l.title end as shown" + Lines.FROM
                + " left join handling h on h.subject_kind = l.subject_kind and h.subject_id = l.subject_id and " + sight.of("h", by);
    }
}
