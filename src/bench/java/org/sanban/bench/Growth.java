package org.sanban.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sanban.audit.SubjectRef;
import org.sanban.scale.Scale;
import org.sanban.workflow.TrayCursor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same pages and the same work while the office fills up: as many come in a day, over more and more years. One asks at a time, so that what is
 * measured is the work and not the queue. Search entries have a title and no text of files.
 */
final class Growth {

    /** What a handling takes while its database is filled and its indexes are built. */
    private static final long BYTES = 12_000;
    private static final double A_DAY = 1_000_000 / (5 * 365.0);

    private final Server server;
    private final Figures figures;
    private final boolean quick;
    private final List<Integer> sizes;

    Growth(Server server, Figures figures, boolean quick, List<Integer> sizes) {
        this.server = server;
        this.figures = figures;
        this.quick = quick;
        this.sizes = sizes;
    }

    void run() {
        int largest = 0;
        for (int size : sizes) {
            long room = Path.of("target").toFile().getUsableSpace();
            if (room < size * BYTES) {
                System.out.printf("growth to %,d left out: it needs %d GB on the disk, there are %d%n", size, size * BYTES >> 30, room >> 30);
                break;
            }
            String database = "growth_" + size;
            try (SanbanWay sanban = new SanbanWay(server, database, 8)) {
                long began = System.nanoTime();
                fill(server.owner(database), size);
                figures.sample("fill_s_" + size, (System.nanoTime() - began) / 1e9);
                figures.sample("database_mb_" + size, server.number(database, "select pg_database_size(current_database()) / 1048576"));
                measure(sanban, size);
            }
            server.execute("postgres", "drop database " + database + " with (force)");
            largest = size;
        }
        if (largest == sizes.getFirst()) {
            return;
        }
        String name = largest % 1_000_000 == 0 ? largest / 1_000_000 + "m" : largest / 1_000 + "k";
        for (String what : List.of("tray", "tray_deep", "followed", "panel", "list", "search", "number", "step")) {
            figures.ratio(what + "_growth_" + name, what + "_p99_" + largest, what + "_p99_" + sizes.getFirst());
        }
    }

    private void fill(DataSource owner, int size) {
        LocalDate now = LocalDate.now();
        LocalDate starts = now.minusDays(Math.max(60, Math.round(size / A_DAY)));
        new Scale(owner, new Scale.Size(size, size / 33, starts, now, 20260615), line -> {}).fill();
        JdbcClient jdbc = JdbcClient.create(owner);
        // A title of two words out of nine million, with all its pairs of characters as the index keeps them.
        jdbc.sql("""
                insert into search_entry (handling_id, subject_kind, subject_id, dated, title, bag, indexed_at)
                select id, subject_kind, subject_id, started_at, words, strip(words), started_at
                  from (select h.*, (select string_agg(quote_literal(substr(said, i, 2)) || ':' || i, ' ')::tsvector from generate_series(1, length(said)) i) as words
                          from (select *, '关于' || chr(19968 + (id * 7919 % 3000)::int) || chr(19968 + (id * 104729 % 50)::int) || '工作安排的通知' as said from handling where id >= 10000000) h) e""").update();
        jdbc.sql("vacuum analyze").update();
    }

    private void measure(SanbanWay sanban, int size) {
        JdbcClient jdbc = JdbcClient.create(sanban.source());
        int port = sanban.port();
        Visitor reads = Visitor.in(port, "s008");
        Visitor supervises = Visitor.in(port, "s015");
        String busiest = fullest(jdbc);
        Visitor holds = Visitor.in(port, busiest);
        Map<Long, String> kinds = new LinkedHashMap<>();
        jdbc.sql("select id, subject_kind from handling where id >= 10000000 and id % :every = 0 order by id limit 500").param("every", Math.max(1, size / 500))
                .query(row -> { kinds.put(row.getLong(1), row.getString(2)); });
        List<Long> matters = List.copyOf(kinds.keySet());
        asked(port, "tray", size, no -> holds.reads("/tray"));
        String deep = deepest(jdbc, busiest);
        asked(port, "tray_deep", size, no -> holds.reads("/tray?after=" + deep));
        asked(port, "followed", size, no -> holds.reads("/tray/done"));
        asked(port, "panel", size, no -> {
            long id = matters.get(no % matters.size());
            return reads.reads("/handlings/panel?subject=" + kinds.get(id) + "/" + id);
        });
        asked(port, "list", size, no -> supervises.reads("/supervision/list?figure=OPEN"));
        asked(port, "search", size, no -> reads.reads("/search?q=" + java.net.URLEncoder.encode(word(no), java.nio.charset.StandardCharsets.UTF_8)));
        asked(port, "number", size, no -> Pages.registration(reads));
        steps(sanban, size);
    }

    private static String word(int no) {
        long id = 10_000_000L + no;
        return new String(Character.toChars((int) (19968 + id * 7919 % 3000))) + new String(Character.toChars((int) (19968 + id * 104729 % 50)));
    }

    private void asked(int port, String name, int size, Load.Asking asking) {
        Load.run(port, 1, quick ? 100 : 300, asking);
        Load.Done done = Load.run(port, 1, quick ? 300 : 1_000, asking);
        if (done.wrong() > 0) {
            throw new IllegalStateException(done.wrong() + " wrong answers to " + name + " at " + size);
        }
        figures.sample(name + "_p50_" + size, done.median());
        figures.sample(name + "_p99_" + size, done.p99());
    }

    private void steps(SanbanWay sanban, int size) {
        List<Double> took = new ArrayList<>();
        for (int paper = 0; paper < (quick ? 40 : 150); paper++) {
            SubjectRef subject = (SubjectRef) sanban.start(paper);
            for (List<Contestant.Open> open = sanban.open(subject); !open.isEmpty(); open = sanban.open(subject)) {
                for (Contestant.Open one : open) {
                    long start = System.nanoTime();
                    sanban.finish(one, false);
                    took.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        List<Double> sorted = took.subList(took.size() / 4, took.size()).stream().sorted().toList();
        figures.sample("step_p50_" + size, sorted.get(sorted.size() / 2));
        figures.sample("step_p99_" + size, sorted.get((int) (sorted.size() * 0.99)));
    }

    /** The log-in of whoever has the fullest tray. */
    private static String fullest(JdbcClient jdbc) {
        return jdbc.sql("""
                select a.login from account a join task t on t.holder_id = a.person_id where t.state = 'OPEN' and a.login like 's0%'
                 group by a.login order by count(*) desc, a.login limit 1""").query(String.class).single();
    }

    /** The cursor of the line before the last thirty of that tray. */
    private static String deepest(JdbcClient jdbc, String login) {
        return jdbc.sql("""
                select t.id, t.due_at from task t join handling h on h.id = t.handling_id join account a on a.person_id = t.holder_id
                 where a.login = ? and t.state = 'OPEN' and h.urgency not in ('URGENT', 'TOP') and t.due_at is not null
                 order by t.due_at desc, t.id desc offset 30 limit 1""").param(login)
                .query((row, n) -> new TrayCursor(false, row.getTimestamp(2).toInstant(), row.getLong(1)).toString()).optional().orElse("");
    }
}
