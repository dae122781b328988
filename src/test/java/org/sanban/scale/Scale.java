package org.sanban.scale;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

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

    private final DataSource superuser;
    private final Size size;
    private final Consumer<String> tell;

    public Scale(DataSource superuser, Size size, Consumer<String> tell) {
        this.superuser = superuser;
        this.size = size;
        this.tell = tell;
    }

    public void fill() {
        try (Bulk bulk = new Bulk(superuser)) {
            people(bulk);
            ScaleSql.TABLES.forEach(bulk::run);
            bulk.jdbc.sql(ScaleSql.DAYS).param("starts", size.starts()).param("now", size.now()).update();
            bulk.jdbc.sql(ScaleSql.LOAD).param("matters", size.matters()).update();
            List<String> later = size.matters() >= LARGE ? bulk.setAside("task", "movement", "handling", "archive_item") : List.of();
            int days = bulk.jdbc.sql("select max(n) from scale_day where load > 0").query(Integer.class).single();
            int step = Math.max(1, (int) Math.ceil((double) CHUNK * days / size.matters()));
            for (int day = 0; day <= days; day += step) {
                long started = System.currentTimeMillis();
                int tasks = bulk.chunk(day, day + step, size.seed(), 0);
                tell.accept("days " + day + ".." + (day + step) + ": " + tasks + " tasks in " + (System.currentTimeMillis() - started) + " ms");
            }
            later.forEach(index -> {
                tell.accept(index.replaceAll(" ON .*", ""));
                bulk.run(index);
            });
            errors(bulk);
            bulk.run("analyze");
        }
    }

    private void errors(Bulk bulk) {
        bulk.jdbc.sql(ScaleSql.ERRORS).param("errors", size.errors()).param("matters", size.matters()).param("base", Bulk.FIRST_ID).param("seed", size.seed())
                .param("starts", size.starts() + "T00:00+08:00").param("now", size.stops().toString()).update();
        ScaleSql.ERRORS_AGAIN.forEach(bulk::run);
    }

    /** An office that has no units gets twenty, with three persons each. */
    private static void people(Bulk bulk) {
        if (bulk.jdbc.sql("select count(*) from unit").query(Integer.class).single() < 2) {
            bulk.run("insert into unit (id, code, name, ordering) select n, 'U' || n, '第' || n || '处', n from generate_series(1, 20) n");
            bulk.run("insert into person (id, code, name, staff_type, created_at) select n, 'P' || n, '职员' || n, 'ESTABLISHMENT', now() from generate_series(1, 60) n");
        }
    }
}
