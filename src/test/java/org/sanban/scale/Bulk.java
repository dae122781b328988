package org.sanban.scale;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A connection of the superuser on which much is written: foreign keys and triggers are not asked for each of ten million rows. */
final class Bulk implements AutoCloseable {

    static final long FIRST_ID = 10_000_000;

    private final SingleConnectionDataSource one;
    final JdbcClient jdbc;

    Bulk(DataSource superuser) {
        try {
            one = new SingleConnectionDataSource(superuser.getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        jdbc = JdbcClient.create(one);
        run("set session_replication_role = replica");
        run("set maintenance_work_mem = '1GB'");
        run("set work_mem = '128MB'");
        run("set synchronous_commit = off");
    }

    void run(String sql) {
        jdbc.sql(sql).update();
    }

    /** Drops the indexes of these tables that keep no rule, and says how they are made again. */
    List<String> setAside(String... tables) {
        List<String> definitions = jdbc.sql("""
                select pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid = any (cast(:tables as regclass[]))
                   and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))""")
                .param("tables", List.of(tables).stream().collect(Collectors.joining(",", "{", "}"))).query(String.class).list();
        definitions.forEach(definition -> run("drop index " + definition.replaceAll("(?s).* INDEX (\\w+) ON .*", "$1")));
        return definitions;
    }

    /** Matters of these days, from their start to where the office stops. */
    int chunk(int from, int to, int seed, double brief) {
        run("truncate scale_task");
        int tasks = jdbc.sql(ScaleSql.CHUNK).param("from", from).param("to", to).param("seed", seed).param("base", FIRST_ID).param("brief", brief).update();
        ScaleSql.SPREAD.forEach(this::run);
        return tasks;
    }

    @Override
    public void close() {
        one.destroy();
    }
}
