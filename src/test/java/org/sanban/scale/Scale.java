package org.sanban.scale;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills a database with the years of an office: matters of two kinds with their tasks and movements, shelves, errors. Seeded: the same
 * size gives the same rows. More comes in before the new year and after the spring, less in February; every sixth matter is urgent;
 * drafts come back once or twice; a few tasks get stuck; some wait for others. One unit becomes twice as fast and returns less.
 * Times lie in office hours (Monday to Friday, 9:00 to 12:00 and 13:30 to 17:30), so that working minutes are simple sums.
 *
 * <p>Needs the database's superuser: foreign keys are not asked for each of ten million rows, and large fillings build the indexes after.
 */
public final class Scale {

    /**
     * @param matters how many handlings
     * @param errors how many errors, the near misses included
     * @param starts first day
     * @param now last day; in its middle the office stops: what is not done then is open
     */
    public record Size(int matters, int errors, LocalDate starts, LocalDate now, int seed) {

        /** Five years of a provincial office. */
        public static final Size FULL = new Size(1_000_000, 30_000, LocalDate.of(2021, 6, 1), LocalDate.of(2026, 6, 15), 20260615);
        /** The instant at which the office stops. */
        public java.time.Instant stops() {
            return now.atTime(13, 50).atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant();
        }

        /** Half a year of a small one, for tests. */
        public static final Size SMALL = new Size(1_500, 240, LocalDate.of(2025, 12, 1), LocalDate.of(2026, 6, 15), 20260615);
    }

    private static final int LARGE = 100_000;
    private static final int CHUNK = 40_000;
    private static final long FIRST_ID = 10_000_000;

    private final JdbcClient jdbc;
    private final SingleConnectionDataSource one;
    private final Size size;
    private final Consumer<String> tell;

    public Scale(DataSource superuser, Size size, Consumer<String> tell) {
        try {
            this.one = new SingleConnectionDataSource(superuser.getConnection(), true);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        this.jdbc = JdbcClient.create(one);
        this.size = size;
        this.tell = tell;
    }

    public void fill() {
        try {
            run("set session_replication_role = replica");
            run("set maintenance_work_mem = '512MB'");
            run("set work_mem = '128MB'");
            run("set synchronous_commit = off");
            people();
            ScaleSql.TABLES.forEach(this::run);
            jdbc.sql(ScaleSql.DAYS).param("starts", size.starts()).param("now", size.now()).update();
            jdbc.sql(ScaleSql.LOAD).param("matters", size.matters()).update();
            List<String> later = size.matters() >= LARGE ? setAside() : List.of();
            int days = jdbc.sql("select max(n) from scale_day where load > 0").query(Integer.class).single();
            int step = Math.max(1, (int) Math.ceil((double) CHUNK * days / size.matters()));
            for (int day = 0; day <= days; day += step) {
                chunk(day, day + step);
            }
            later.forEach(index -> {
                tell.accept(index.replaceAll(" ON .*", ""));
                run(index);
            });

            errors();
            run("analyze");
        } finally {
            one.destroy();
        }
    }

    private void errors() {
        jdbc.sql(ScaleSql.ERRORS).param("errors", size.errors()).param("matters", size.matters()).param("base", FIRST_ID).param("seed", size.seed())
                .param("starts", size.starts() + "T00:00+08:00").param("now", size.stops().toString()).update();
        ScaleSql.ERRORS_AGAIN.forEach(this::run);
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    /** An office that has no units gets twenty, with three persons each. */
    private void people() {
        if (jdbc.sql("select count(*) from unit").query(Integer.class).single() < 2) {
            run("insert into unit (id, code, name, ordering) select n, 'U' || n, '第' || n || '处', n from generate_series(1, 20) n");
            run("insert into person (id, code, name, staff_type, created_at) select n, 'P' || n, '职员' || n, 'ESTABLISHMENT', now() from generate_series(1, 60) n");
        }
    }

    private void chunk(int from, int to) {
        long started = System.currentTimeMillis();
        run("truncate scale_task");
        int tasks = jdbc.sql(ScaleSql.CHUNK).param("from", from).param("to", to).param("seed", size.seed()).param("base", FIRST_ID).update();
        ScaleSql.SPREAD.forEach(this::run);
        tell.accept("days " + from + ".." + to + ": " + tasks + " tasks in " + (System.currentTimeMillis() - started) + " ms");
    }

    /** The indexes that are built after the filling. */
    private List<String> setAside() {
        List<String> definitions = jdbc.sql("""
                select pg_get_indexdef(i.indexrelid) from pg_index i where i.indrelid in ('task'::regclass, 'movement'::regclass, 'handling'::regclass, 'archive_item'::regclass)
                   and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))""").query(String.class).list();
        definitions.forEach(definition -> run("drop index " + definition.replaceAll("(?s).* INDEX (\\w+) ON .*", "$1")));
        return definitions;
    }
}
