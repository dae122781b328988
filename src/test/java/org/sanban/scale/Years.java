package org.sanban.scale;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An office with ever more years behind it: 625 matters a working day, numbered from today back, so that a larger office has the same last weeks
 * and the same open tasks as a smaller one, and more years before. Six in ten matters are circulars of four steps; 6.5 tasks a matter.
 *
 * <p>The last 160 days are made by the statements of {@link Scale}; years before them are copies of what was closed in those days, moved back in
 * time. What nothing of the growth reads is left out: links of the audit chain, places on shelves and errors of the copies. Indexes are set aside
 * and made again as they were. Each entry of the search has a title of fourteen characters and no text of files; one title in three thousand has the same two
 * words in its middle.
 */
public final class Years {

    private static final int A_DAY = 625;
    /** Days that are made and not copied. */
    private static final int MADE = 160;
    /** Days at the end that are not copied: part of them is open. */
    private static final int LAST = 16;
    private static final int BLOCK = (MADE - LAST) * A_DAY;
    /** Working days of the block and one, in whole weeks. */
    private static final int DAYS_BACK = 203;
    private static final double BRIEF = 0.6;
    private static final int SEED = 20260615;

    /** What is added to the numbers of a table's columns from copy to copy. */
    private static final Map<String, Map<String, Integer>> NUMBERS = Map.of(
            "handling", Map.of("id", 1, "subject_id", 1),
            "task", Map.of("id", 100, "handling_id", 1, "parent_id", 100),
            "movement", Map.of("id", 100, "handling_id", 1, "task_id", 100),
            "search_entry", Map.of("handling_id", 1, "subject_id", 1));

    /** The block, by an index that is not set aside. */
    private static final Map<String, String> RANGES = Map.of(
            "handling", "id >= %d and id < %d",
            "task", "id >= %1$d * 100 and id < %2$d * 100",
            "movement", "handling_id >= %d and handling_id < %d",
            "search_entry", "subject_kind in ('incoming', 'outgoing') and subject_id >= %d and subject_id < %d");

    private static final Set<String> WORDS = Set.of("title", "bag");

    private final DataSource superuser;
    private final LocalDate now;
    private final Consumer<String> tell;

    public Years(DataSource superuser, LocalDate now, Consumer<String> tell) {
        this.superuser = superuser;
        this.now = now;
        this.tell = tell;
    }

    /** How many matters there are, in whole days; of the copies a few are missing that were not closed. */
    public int there() {
        return JdbcClient.create(superuser).sql("select coalesce((max(id) - :first) / :day + 1, 0) * :day from handling where id >= :first")
                .param("first", Bulk.FIRST_ID).param("day", A_DAY).query(Integer.class).single();
    }

    /** From so many matters to so many: whole days up to a hundred thousand. */
    public void grow(int from, int to) {
        int made = MADE * A_DAY;
        try (Bulk bulk = new Bulk(superuser)) {
            NUMBERS.keySet().forEach(table -> bulk.run("alter table " + table + " set (autovacuum_enabled = false)"));
            List<String> later = bulk.setAside(NUMBERS.keySet().toArray(String[]::new));
            if (from < made) {
                make(bulk, from / A_DAY, Math.min(MADE, (to + A_DAY - 1) / A_DAY));
            }
            if (to > made) {
                bulk.run("analyze handling");
                int first = Math.max(0, from - made) / BLOCK + 1;
                int last = (to - made - 1) / BLOCK + 1;
                CompletableFuture<Void> tasks = CompletableFuture.runAsync(() -> copy(first, last, to, "task"));
                copy(first, last, to, "movement", "handling", "search_entry");
                tasks.join();
            }
            bulk.run("set max_parallel_maintenance_workers = 2");
            later.forEach(index -> timed(index.replaceAll(".* INDEX (\\w+) .*", "$1"), () -> bulk.run(index)));
            NUMBERS.keySet().forEach(table -> bulk.run("alter table " + table + " reset (autovacuum_enabled)"));
            timed("vacuum", () -> bulk.run("vacuum analyze"));
            bulk.run("checkpoint");
        }
    }

    private void make(Bulk bulk, int youngest, int oldest) {
        ScaleSql.TABLES.forEach(bulk::run);
        bulk.jdbc.sql(ScaleSql.DAYS).param("starts", now.minusDays(MADE / 5 * 7 + 14)).param("now", now).update();
        bulk.jdbc.sql(ScaleSql.LOAD_BACK).param("load", A_DAY).param("days", MADE).param("now", now).update();
        int today = bulk.jdbc.sql("select max(n) from scale_day where load > 0").query(Integer.class).single();
        for (int day = oldest; day > youngest; day -= LAST) {
            int to = day;
            timed("days " + day + " back", () -> bulk.chunk(today - to + 1, today + 1 - Math.max(youngest, to - LAST), SEED, BRIEF));
        }
        timed("search", () -> bulk.jdbc.sql(SEARCH).param("from", Bulk.FIRST_ID + youngest * A_DAY).param("to", Bulk.FIRST_ID + oldest * A_DAY).update());
        bulk.run(ScaleSql.TABLES.getFirst());
        // Counted for the reports already, as an office that has lived through these years has it.
        bulk.run("insert into report_month select d, d + interval '1 month', now() from generate_series(date '1980-01-01', now(), interval '1 month') d on conflict do nothing");
        bulk.run("insert into report_watch (seen_to, seen_id, whole) values (now(), 100000000000, current_date) on conflict (one) do update set seen_id = excluded.seen_id");
    }

    private static final String SEARCH = """
            insert into search_entry (handling_id, subject_kind, subject_id, dated, title, bag, indexed_at)
            select h.id, h.subject_kind, h.subject_id, h.started_at, w.words || m.month, strip(w.words) || m.month, h.started_at
              from handling h cross join lateral (select array_to_tsvector(array[to_char(h.started_at at time zone 'UTC', '"@"YYYYMM')]) as month) m
              join (select no, string_agg(quote_literal(substr(said, i, 2)) || ':' || i, ' ')::tsvector as words
                      from (select no, '关于' || chr(19968 + no * 7919 % 3000) || chr(19968 + no * 104729 % 50) || '工作安排的通知' as said from generate_series(0, 2999) no) t
                     cross join lateral generate_series(1, length(said)) i group by no) w on w.no = h.id % 3000
             where h.id >= :from and h.id < :to order by h.started_at""";

    private void copy(int first, int last, int to, String... tables) {
        try (Bulk bulk = new Bulk(superuser)) {
            for (int back = first; back <= last; back++) {
                for (String table : tables) {
                    int no = back;
                    timed(table + " " + no + " times back", () -> bulk.run(copy(bulk, table, no, Math.min(MADE * A_DAY, to - no * BLOCK))));
                }
            }
        }
    }

    /** One block of closed matters, so many times moved back. */
    private static String copy(Bulk bulk, String table, int times, int until) {
        Map<String, Integer> numbers = NUMBERS.get(table);
        List<String> columns = bulk.jdbc.sql("""
                select attname from pg_attribute where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                 order by attnum""").param(table).query(String.class).list();
        List<String> moments = bulk.jdbc.sql("select attname from pg_attribute where attrelid = cast(? as regclass) and attnum > 0 and atttypid = 'timestamptz'::regtype")
                .param(table).query(String.class).list();
        String values = columns.stream().map(column -> numbers.containsKey(column) ? column + " + " + (long) numbers.get(column) * times * BLOCK
                : table.equals("search_entry") && WORDS.contains(column) ? inItsMonth(column, times * DAYS_BACK)
                : moments.contains(column) ? column + " - interval '" + times * DAYS_BACK + " days'" : column).collect(Collectors.joining(", "));
        long from = Bulk.FIRST_ID + LAST * A_DAY;
        long before = Bulk.FIRST_ID + until;
        String of = table.equals("handling") ? "id" : "handling_id";
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table + " where " + RANGES.get(table).formatted(from, before)
                + " and " + of + " not in (select id from handling where state <> 'CLOSED' and id between " + from + " and " + before + ")";
    }

    /** The words of an entry, with its month in place of that of the entry it is a copy of. */
    private static String inItsMonth(String column, int days) {
        String month = "to_char((dated - interval '%d days') at time zone 'UTC', '\"@\"YYYYMM')";
        return "ts_delete(" + column + ", " + month.formatted(0) + ") || array_to_tsvector(array[" + month.formatted(days) + "])";
    }

    private void timed(String what, Runnable act) {
        long began = System.nanoTime();
        act.run();
        tell.accept("%s: %.1f s".formatted(what, (System.nanoTime() - began) / 1e9));
    }
}
