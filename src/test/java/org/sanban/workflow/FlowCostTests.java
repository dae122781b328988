package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Flow;
import org.sanban.testing.OfficeTest;
import org.sanban.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the outgoing flow costs, one paper in five returned, with everything on: rights, gates, movements, audit, notices, search.
 * Counted, so that the figures are the same on every machine; the limits are those of the house (docs/performance.md).
 */
class FlowCostTests extends OfficeTest {

    private static final int PAPERS = 20;
    private static final int COPIES = 25;
    private static final String COLUMNS = "select string_agg(%s, ',' order by attnum) from pg_attribute"
            + " where attrelid = 'public.%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''";
    /** Ids of a copy lie apart from those of the others. */
    private static final String SHIFTED = "quote_ident(attname) || case when attname in ('id', 'handling_id', 'subject_id', 'entry_id') then ' + k * 1000000000::bigint' else '' end";

    private record Table(String name, String mine) {}

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedPostgres postgres;

    @Test
    void aStepSendsFewStatementsInThreeRoundTripsAndWritesLittle() {
        walk(2);
        AtomicInteger acts = new AtomicInteger();
        AtomicInteger statements = new AtomicInteger();
        AtomicInteger trips = new AtomicInteger();
        List<Long> wal = new ArrayList<>();
        long from = position();
        for (int n = 0; n < PAPERS; n++) {
            flow.walk(n % 5 == 0, act -> {
                long before = position();
                Statements sent = Statements.of(act);
                wal.add(position() - before);
                acts.incrementAndGet();
                statements.addAndGet(sent.sql.size());
                trips.addAndGet(sent.roundTrips);
            });
        }
        double all = acts.doubleValue();
        assertThat(statements.get() / all).as("statements a step").isBetween(4.0, 5.9);
        assertThat(trips.get() / all).as("round trips a step, the commit among them").isBetween(1.0, 2.2);
        assertThat(wal.stream().sorted().toList().get(wal.size() / 2)).as("bytes of WAL of the step in the middle, for others write meanwhile").isBetween(500L, 2600L);
        assertThat((position() - from) / all).as("bytes of WAL a step, with its share of starting and indexing").isLessThan(4096);
    }

    /** Weighed in tables of their own with the same indexes, each paper copied many times, so that half-empty pages do not count. */
    @Test
    void aFinishedPaperIsFewRowsAndBytes() throws SQLException {
        long before = jdbc.sql("select coalesce(max(id), 0) from handling").query(Long.class).single();
        walk(PAPERS);
        String handlings = "(select id from handling where subject_kind = 'flow' and id > " + before + ")";
        String subjects = "(subject_kind, subject_id) in (select subject_kind, subject_id from handling where subject_kind = 'flow' and id > " + before + ")";
        List<Table> tables = List.of(
                new Table("handling", "id in " + handlings), new Table("task", "handling_id in " + handlings),
                new Table("movement", "handling_id in " + handlings), new Table("audit_chain", subjects),
                new Table("audit_entry", subjects), new Table("audit_seal_leaf", subjects), new Table("notice", subjects),
                new Table("search_entry", subjects), new Table("search_piece", "entry_id in (select id from search_entry where " + subjects + ")"));
        long rows = 0;
        long bytes = 0;
        StringBuilder each = new StringBuilder();
        try (Connection connection = postgres.getDatabase("sanban_owner", "sanban").getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema weighed");
            for (Table table : tables) {
                String copy = "weighed." + table.name;
                statement.execute("create table " + copy + " (like public." + table.name + " including all)");
                long empty = size(statement, copy);
                long copied = statement.executeUpdate("insert into " + copy + " (" + one(statement, COLUMNS.formatted("quote_ident(attname)", table.name))
                        + ") overriding system value select " + one(statement, COLUMNS.formatted(SHIFTED, table.name))
                        + " from public." + table.name + ", generate_series(0, " + (COPIES - 1) + ") k where " + table.mine + " order by k");
                rows += copied;
                bytes += size(statement, copy) - empty;
                each.append(table.name).append(": ").append(copied / (double) COPIES / PAPERS).append(" rows, ")
                        .append((size(statement, copy) - empty) / COPIES / PAPERS).append(" bytes\n");
            }
            connection.rollback();
        }
        assertThat(rows / (double) COPIES / PAPERS).as("rows of a finished paper\n" + each).isBetween(20.0, 30.0);
        assertThat(bytes / COPIES / PAPERS).as("bytes of a finished paper\n" + each).isBetween(5_000L, 11_700L);
    }

    private void walk(int papers) {
        for (int n = 0; n < papers; n++) {
            flow.walk(n % 5 == 0, Runnable::run);
        }
    }

    private long position() {
        return jdbc.sql("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn").query(Long.class).single();
    }

    private static long size(Statement statement, String table) throws SQLException {
        return Long.parseLong(one(statement, "select pg_total_relation_size('" + table + "')"));
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
