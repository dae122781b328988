package org.sanban.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes cells of the roll-up, a few thousand by one statement. */
final class Batch {

    private static final int SIZE = 2_000;

    private record Line(Cell cell, int count, byte[] minutes) {}

    private final JdbcClient jdbc;
    private final List<Line> lines = new ArrayList<>();

    Batch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Cell cell, Tally tally) {
        lines.add(new Line(cell, tally.count(), tally.lengths().bytes()));
        if (lines.size() == SIZE) {
            send();
        }
    }

    void send() {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into report_rollup (measure, month, subject_kind, step, unit_id, urgency, grade, n, minutes)
                select measure, month, kind, step, unit, urgency, grade, n, case when length(minutes) > 0 then minutes end
                  from unnest(cast(:measures as text[]), cast(:months as date[]), cast(:kinds as text[]), cast(:steps as text[]), cast(:units as bigint[]),
                              cast(:urgencies as text[]), cast(:grades as int[]), cast(:counts as int[]), cast(:minutes as bytea[]))
                       as l (measure, month, kind, step, unit, urgency, grade, n, minutes)""")
                .param("measures", all(l -> l.cell().measure().name(), String[]::new)).param("months", all(l -> l.cell().month().toString(), String[]::new))
                .param("kinds", all(l -> l.cell().kind(), String[]::new)).param("steps", all(l -> l.cell().step(), String[]::new))
                .param("units", all(l -> l.cell().unit(), Long[]::new)).param("urgencies", all(l -> l.cell().urgency(), String[]::new))
                .param("grades", all(l -> l.cell().grade(), Integer[]::new)).param("counts", all(Line::count, Integer[]::new))
                .param("minutes", all(Line::minutes, byte[][]::new)).update();
        lines.clear();
    }

    private <T> T[] all(Function<Line, T> part, java.util.function.IntFunction<T[]> array) {
        return lines.stream().map(part).toArray(array);
    }
}
