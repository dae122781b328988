package org.sanban.visits;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came of the visits, all of them, the unfinished included. */
@Component
public class VisitFigures {

    /** @param medianDays from the visit to the solution of those solved later; {@code score} mean of what hosts say */
    public record Figures(int hosts, int raised, int onSite, int later, int open, @Nullable Double medianDays, @Nullable Double score) {}

    private final JdbcClient jdbc;

    VisitFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Figures now() {
        return jdbc.sql("""
                        select (select count(distinct host) from visit) as hosts, count(*) as raised, count(*) filter (where p.on_site) as on_site,
                               count(*) filter (where p.solved_at is not null and not p.on_site) as later, count(*) filter (where p.solved_at is null) as open,
                               percentile_cont(0.5) within group (order by extract(epoch from p.solved_at - v.visited_on::timestamptz) / 86400)
                                 filter (where p.solved_at is not null and not p.on_site) as median,
                               (select avg(score) from visit) as score
                          from visit_problem p join visit v on v.id = p.visit_id""")
                .query((row, n) -> new Figures(
                        row.getInt("hosts"), row.getInt("raised"), row.getInt("on_site"), row.getInt("later"), row.getInt("open"), row.getObject("median", Double.class),
                        row.getBigDecimal("score") == null ? null : row.getBigDecimal("score").doubleValue()))
                .single();
    }
}
