package org.sanban.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Flow;
import org.sanban.testing.OfficeTest;
import org.sanban.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a step pays for the sake of the reports (issue 4): counted with and without what they put on its tables. */
class StepsPayTests extends OfficeTest {

    private static final int PAPERS = 16;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedPostgres postgres;

    private record Cost(double wal, int statements) {

        /** The lesser of two: a page that is full at that moment, or tidied up by the server, makes one of them dearer. */
        Cost or(Cost again) {
            return new Cost(Math.min(wal, again.wal), statements);
        }
    }

    @Test
    void reportsAddNoStatementNoTriggerAndAtMostAFifthToWhatAStepWritesWhereEveryRowIsSummedUpAtOnce() {
        JdbcClient owner = JdbcClient.create(postgres.getDatabase("sanban_owner", "sanban"));
        List<String> indexes = owner.sql("select indexdef from pg_indexes where indexname like '%\\_about' and tablename in ('task', 'handling', 'movement')").query(String.class).list();
        assertThat(indexes).as("summaries of page ranges, one a time that reports count by").hasSize(5).allMatch(index -> index.contains("USING brin"));
        assertThat(owner.sql("select count(*) from pg_trigger where tgrelid in ('task'::regclass, 'handling'::regclass, 'movement'::regclass) and tgname like 'report%'").query(Integer.class).single()).isZero();
        cost();
        Cost with = cost();
        Cost without = withoutThem(owner, indexes);
        with = with.or(cost());
        without = without.or(withoutThem(owner, indexes));
        assertThat(with.statements()).isEqualTo(without.statements());
        // The tables are so small here that each row falls into a range that is summed up already and changes its summary; where a range is still
        // being filled nothing is written (docs/performance.md).
        assertThat(with.wal()).as("bytes a paper with and without: " + with + ", " + without).isBetween(0.9 * without.wal(), 1.2 * without.wal());
    }

    private Cost withoutThem(JdbcClient owner, List<String> indexes) {
        try {
            indexes.forEach(index -> owner.sql("drop index " + index.replaceAll(".* INDEX (\\w+) ON .*", "$1")).update());
            return cost();
        } finally {
            indexes.forEach(index -> owner.sql(index.replace(" INDEX ", " INDEX IF NOT EXISTS ")).update());
        }
    }

    /** Of a paper's way, step by step the least that one of several papers wrote: others write to the log meanwhile. */
    private Cost cost() {
        List<Long> least = new ArrayList<>();
        int[] statements = new int[1];
        for (int n = 0; n < PAPERS; n++) {
            int[] step = new int[1];
            statements[0] = 0;
            flow.walk(false, act -> {
                long before = position();
                statements[0] += Statements.of(act).sql.size();
                long wrote = position() - before;
                if (step[0] == least.size()) {
                    least.add(wrote);
                }
                least.set(step[0], Math.min(least.get(step[0]), wrote));
                step[0]++;
            });
        }
        return new Cost(least.stream().mapToLong(Long::longValue).sum(), statements[0]);
    }

    private long position() {
        return jdbc.sql("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn").query(Long.class).single();
    }
}
