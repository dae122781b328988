package org.sanban.reports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many matters lay open when a month began, kept in the roll-up beside what the months count: who asks what was in hand in a period
 * adds up its months, and not all that ever began. Each month is the one before it, and what began, and not what ended.
 */
final class InHand {

    private static final String NAME = "IN_HAND";

    private final JdbcClient jdbc;

    InHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest month at whose beginning it is known, not after {@code month}; null where there is none. */
    @Nullable LocalDate base(LocalDate month) {
        return jdbc.sql("select max(month) from report_rollup where measure = :name and month <= :month and unit_id = " + Cell.WHOLE).param("name", NAME).param("month", month)
                .query((row, n) -> row.getObject(1, LocalDate.class)).list().getFirst();
    }

    /** What lay open at the beginning of a month. */
    Map<Cell, Integer> at(LocalDate month, Cut cut, Sphere sphere, Set<By> by) {
        Map<String, Object> values = new HashMap<>();
        String unit = Tallies.whole(cut, sphere, by) ? "= " : "> ";
        String where = " from report_rollup where measure = '" + NAME + "' and month = :month and unit_id " + unit + Cell.WHOLE + cut.where(values) + " and " + sphere.where(values);
        Map<Cell, Integer> open = new HashMap<>();
        jdbc.sql("select " + Tallies.columns(by).replaceFirst("measure", "'" + Measure.STARTED + "'") + ", sum(n)" + where + " group by 1, 2, 3, 4, 5, 6").params(values).param("month", month)
                .query(row -> {
                    open.merge(Tallies.cell(row), row.getInt(7), Integer::sum);
                });
        return open;
    }

    /** Counts anew from {@code changed}, which was rolled up just now, to the last month that is, and whatever is missing before. */
    void from(LocalDate changed) {
        LocalDate last = jdbc.sql("select max(month) from report_month").query((row, n) -> row.getObject(1, LocalDate.class)).single();
        LocalDate base = base(changed.minusMonths(1));
        LocalDate month = base == null ? jdbc.sql("select coalesce(min(month), :changed) from report_rollup where measure <> :name").param("changed", changed).param("name", NAME)
                .query((row, n) -> row.getObject(1, LocalDate.class)).single() : base.plusMonths(1);
        jdbc.sql("delete from report_rollup where measure = :name and month >= :month").param("name", NAME).param("month", month).update();
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            jdbc.sql("""
                    insert into report_rollup (measure, month, subject_kind, step, unit_id, urgency, grade, n)
                    select :name, :month, subject_kind, '', unit_id, urgency, grade, sum(case measure when 'CLOSED' then -n else n end)
                      from report_rollup where measure in (:name, 'STARTED', 'CLOSED') and month = :before
                     group by subject_kind, unit_id, urgency, grade having sum(case measure when 'CLOSED' then -n else n end) <> 0""")
                    .param("name", NAME).param("month", month).param("before", month.minusMonths(1)).update();
        }
    }
}
