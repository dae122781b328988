package org.sanban.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.sanban.audit.SubjectRef;
import org.sanban.scale.Years;
import org.sanban.workflow.TrayCursor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same pages and the same work while the office fills up: as many come in a day, over more and more years ({@link Years}). The database grows in
 * place from size to size. One asks at a time, so that what is measured is the work and not the queue; what is asked first warms the program up, and is not counted.
 */
final class Growth {

    /** What a handling takes while its database is filled and its indexes are built. */
    private static final long BYTES = 7_000;
    private static final String DATABASE = "growth";

    private final Server server;
    private final Figures figures;
    private final boolean quick;
    private final boolean keep;
    private final List<Integer> sizes;

    Growth(Server server, Figures figures, boolean quick, boolean keep, List<Integer> sizes) {
        this.server = server;
        this.figures = figures;
        this.quick = quick;
        this.keep = keep;
        this.sizes = sizes;
    }

    void run() {
        new SanbanWay(server, DATABASE, 8).close();
        Years years = new Years(server.owner(DATABASE), LocalDate.now(), told -> System.out.println("    " + told));
        int there = years.there();
        // The papers of an earlier run make room: those of this one have the same numbers.
        server.execute(DATABASE, "update handling set subject_id = subject_id + (select max(id) + 100000000 from handling) where subject_kind = 'flow'");
        Pages.Letter.after(server.number(DATABASE, "select count(*) from incoming_document"));
        boolean warm = false;
        for (int size : sizes) {
            long room = Path.of("target").toFile().getUsableSpace();
            long needed = (size - there) * BYTES;
            if (room < needed) {
                System.out.printf("growth to %,d left out: it needs %d GB on the disk, there are %d%n", size, needed >> 30, room >> 30);
                break;
            }
            if (there < size) {
                long began = System.nanoTime();
                years.grow(there, size);
                figures.sample("fill_s_" + size, (System.nanoTime() - began) / 1e9);
            }
            figures.sample("database_mb_" + size, server.number(DATABASE, "select pg_database_size(current_database()) / 1048576"));
            figures.sample("open_" + size, server.number(DATABASE, "select count(*) from task where state = 'OPEN'"));
            try (SanbanWay sanban = new SanbanWay(server, DATABASE, 8)) {
                if (!warm) {
                    measure(sanban, size, (name, took) -> {});
                    close();
                }
                measure(sanban, size, figures::sample);
                close();
            }
            ratios(size);
            warm = true;
            there = size;
        }
        if (!keep) {
            server.execute("postgres", "drop database " + DATABASE + " with (force)");
        }
    }

    /** What the measuring itself has begun is done: in the trays of the next size lies what the office has, not what we brought. */
    private void close() {
        server.execute(DATABASE, "update task set state = 'DONE', done_at = now(), done_by = coalesce(holder_id, 0) where state in ('OPEN', 'QUEUED') and handling_id < 10000000");
        server.execute(DATABASE, "update handling set state = 'CLOSED', step = null, pending = 0, closed_at = now() where state = 'RUNNING' and id < 10000000");
    }

    private void ratios(int size) {
        if (size == sizes.getFirst()) {
            return;
        }
        String name = size % 1_000_000 == 0 ? size / 1_000_000 + "m" : size / 1_000 + "k";
        for (String what : List.of("tray", "tray_deep", "done", "followed", "panel", "list", "search", "number", "step")) {
            figures.ratio(what + "_growth_" + name, what + "_p99_" + size, what + "_p99_" + sizes.getFirst());
        }
    }

    private void measure(SanbanWay sanban, int size, BiConsumer<String, Double> figures) {
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
        asked(figures, port, "tray", size, no -> holds.reads("/tray"));
        String deep = deepest(jdbc, busiest);
        asked(figures, port, "tray_deep", size, no -> holds.reads("/tray?after=" + deep));
        asked(figures, port, "done", size, no -> holds.reads("/tray/done"));
        asked(figures, port, "followed", size, no -> holds.reads("/tray/followed"));
        asked(figures, port, "panel", size, no -> {
            long id = matters.get(no % matters.size());
            return reads.reads("/handlings/panel?subject=" + kinds.get(id) + "/" + id);
        });
        asked(figures, port, "list", size, no -> supervises.reads("/supervision/list?figure=OPEN"));
        asked(figures, port, "search", size, no -> reads.reads("/search?q=" + java.net.URLEncoder.encode(word(no), java.nio.charset.StandardCharsets.UTF_8)));
        asked(figures, port, "number", size, no -> Pages.registration(reads));
        steps(figures, sanban, size);
    }

    private static String word(int no) {
        long title = no % 3000;
        return new String(Character.toChars((int) (19968 + title * 7919 % 3000))) + new String(Character.toChars((int) (19968 + title * 104729 % 50)));
    }

    private void asked(BiConsumer<String, Double> figures, int port, String name, int size, Load.Asking asking) {
        Load.run(port, 1, quick ? 100 : 300, asking);
        Load.Done done = Load.run(port, 1, quick ? 300 : 1_000, asking);
        if (done.wrong() > 0) {
            throw new IllegalStateException(done.wrong() + " wrong answers to " + name + " at " + size);
        }
        figures.accept(name + "_p50_" + size, done.median());
        figures.accept(name + "_p99_" + size, done.p99());
    }

    private void steps(BiConsumer<String, Double> figures, SanbanWay sanban, int size) {
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
        figures.accept("step_p50_" + size, sorted.get(sorted.size() / 2));
        figures.accept("step_p99_" + size, sorted.get((int) (sorted.size() * 0.99)));
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
