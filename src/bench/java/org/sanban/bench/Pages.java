package org.sanban.bench;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.sanban.audit.SubjectRef;
import org.sanban.testing.Flow;

/**
 * Pages as a browser asks for them: with session, rights, CSRF token, rendering. Beside each the floor: a page of the same size with as many rows
 * by hand. The asking takes part of the same two cores.
 */
final class Pages {

    private static final AtomicInteger LETTERS = new AtomicInteger();
    private static final List<String> PEOPLE = List.of("s006", "s007", "s008", "s009", "s010", "s012", "s013", "s014", "s015", "s018", "s019", "s020");
    private static final String ROWS = "select title || subject_id from handling order by id desc limit 50";

    private final Server server;
    private final SanbanWay sanban;
    private final Figures figures;
    private final boolean quick;
    private final int port;
    private final Visitor clerk;
    private final Visitor reviewer;
    private final Visitor drafter;

    Pages(Server server, SanbanWay sanban, Figures figures, boolean quick) {
        this.server = server;
        this.sanban = sanban;
        this.figures = figures;
        this.quick = quick;
        this.port = sanban.port();
        this.clerk = Visitor.in(port, "s008");
        this.reviewer = Visitor.in(port, "s007");
        this.drafter = Visitor.in(port, "s018");
    }

    void run() {
        check("letters before the first reviewer", Load.run(port, 4, 120, no -> registration(clerk)));
        server.execute(sanban.name(), "vacuum analyze");
        long paper = sanban.newestLetter();
        List<Page> pages = List.of(new Page("tray", reviewer.reads("/tray")), new Page("subject", reviewer.reads("/documents/incoming/" + paper)));
        try (Floor floor = new Floor(sanban.source(), ROWS)) {
            pages.forEach(page -> page.bytes = Load.run(port, 8, quick ? 1_000 : 6_000, no -> page.request).bytes());
            pages.forEach(page -> Load.run(floor.port(), 8, quick ? 2_000 : 6_000, no -> Floor.request(page.bytes)));
            for (int round = 1; round <= 3; round++) {
                for (int connections : new int[] {8, 64}) {
                    for (Page page : pages) {
                        int requests = quick ? 800 : 3_000;
                        measured(page.name, connections, Load.run(port, connections, requests, no -> page.request));
                        measured(page.name + "_floor", connections, Load.run(floor.port(), connections, requests, no -> Floor.request(page.bytes)));
                    }
                    measured("report", connections, Load.run(port, connections, quick ? 50 : 400, no -> clerk.reads("/me/figures")));
                }
            }
        }
        for (Page page : pages) {
            figures.ratio(page.name + "_rps_vs_floor", page.name + "_rps_8", page.name + "_floor_rps_8");
            figures.ratio(page.name + "_p99_64_vs_floor", page.name + "_p99_64", page.name + "_floor_p99_64");
        }
        figures.ratio("p99_64_vs_floor", "tray_p99_64", "tray_floor_p99_64");
        morning();
        writing();
    }

    /** Last, because each letter and each step lengthens a tray, and the tray of the rounds above is one that a person could have. */
    private void writing() {
        for (int round = 1; round <= 3; round++) {
            for (int connections : new int[] {8, 64}) {
                measured("registration", connections, Load.run(port, connections, quick ? 200 : 1_000, no -> registration(clerk)));
                List<byte[]> steps = steps(quick ? 200 : 1_000);
                measured("step", connections, Load.run(port, connections, steps.size(), steps::get));
            }
        }
    }

    /** 500 people who look, read, write and think in between. */
    private void morning() {
        List<Visitor> people = PEOPLE.stream().map(p -> Visitor.in(port, p)).toList();
        long papers = sanban.newestLetter();
        long until = System.nanoTime() + (quick ? 30 : 600) * 1_000_000_000L;
        List<Long> took = java.util.Collections.synchronizedList(new ArrayList<>());
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> all = IntStream.range(0, 500).mapToObj(n -> Thread.ofVirtual().start(() -> desk(people.get(n % people.size()), papers, until, took, wrong))).toList();
        for (Thread one : all) {
            try {
                one.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        List<Long> sorted = took.stream().sorted().toList();
        figures.sample("morning_requests", sorted.size());
        figures.sample("morning_median_ms", sorted.get(sorted.size() / 2) / 1e6);
        figures.sample("morning_p99_ms", sorted.get((int) (sorted.size() * 0.99)) / 1e6);
        figures.sample("morning_wrong", wrong.get());
    }

    private void desk(Visitor person, long papers, long until, List<Long> took, AtomicInteger wrong) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        try (Line line = new Line(port)) {
            Thread.sleep(chance.nextLong(10_000));
            while (System.nanoTime() < until) {
                byte[] request = switch (chance.nextInt(10)) {
                    case 0, 1, 2, 3 -> person.reads("/tray");
                    case 4, 5, 6 -> reviewer.reads("/documents/incoming/" + (papers - chance.nextInt(50)));
                    case 7 -> person.reads("/search?q=%E7%89%A9%E6%B5%81");
                    case 8 -> registration(clerk);
                    default -> person.reads("/documents/incoming");
                };
                long start = System.nanoTime();
                Line.Answer answer = line.ask(request);
                took.add(System.nanoTime() - start);
                if (answer.status() >= 400 || answer.location().endsWith("/login")) {
                    wrong.incrementAndGet();
                }
                Thread.sleep(chance.nextLong(2_000, 18_000));
            }
        } catch (java.io.IOException e) {
            wrong.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Page {
        private final String name;
        private final byte[] request;
        private int bytes;

        Page(String name, byte[] request) {
            this.name = name;
            this.request = request;
        }
    }

    private void measured(String name, int connections, Load.Done done) {
        check(name, done);
        figures.sample(name + "_rps_" + connections, done.aSecond());
        figures.sample(name + "_p99_" + connections, done.p99());
    }

    private static void check(String name, Load.Done done) {
        if (done.wrong() > 0) {
            throw new IllegalStateException(done.wrong() + " wrong answers to " + name);
        }
    }

    static byte[] registration(Visitor clerk) {
        return Letter.next().form(clerk);
    }

    /** A letter in order, as the clerk's form sends it; sent again it is the same letter. */
    record Letter(int no, String request) {

        /** Goes on after so many, in a database that was kept. */
        static void after(long letters) {
            LETTERS.accumulateAndGet((int) letters, Math::max);
        }

        static Letter next() {
            return new Letter(LETTERS.incrementAndGet(), UUID.randomUUID().toString());
        }

        String number() {
            return "岭财函〔2026〕" + (20_000 + no) + "号";
        }

        byte[] form(Visitor clerk) {
            return form(clerk, "NONE");
        }

        byte[] form(Visitor clerk, String urgency) {
            Map<String, String> fields = new LinkedHashMap<>(Map.of("channel", "E_EXCHANGE", "copiesCounted", "true", "pagesChecked", "true", "sealIntact", "true", "sender", "省财政厅",
                    "docNumber", number(), "title", "关于商请支持第" + no + "号物流枢纽项目的函", "docType", "LETTER", "direction", "LATERAL"));
            fields.putAll(Map.of("urgency", urgency, "secrecy", "NONE", "copies", "2", "pages", "3", "kind", "FOR_ACTION", "medium", "PAPER", "previousId", "", "act", "next"));
            LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Shanghai")).minusMinutes(125).truncatedTo(ChronoUnit.MINUTES);
            fields.putAll(Map.of("receivedAt", now.toString(), "issuedOn", now.toLocalDate().minusDays(3).toString(), "requestId", request));
            return clerk.sends("/documents/incoming/new", fields);
        }
    }

    /** Papers that lie drafted, and for each the form that sends it to the reviewer. */
    private List<byte[]> steps(int papers) {
        List<byte[]> forms = new ArrayList<>();
        for (int n = 0; n < papers; n++) {
            SubjectRef paper = (SubjectRef) sanban.start(n);
            Flow.Open open = (Flow.Open) sanban.open(paper).getFirst().task();
            forms.add(drafter.sends("/handlings/flow/" + paper.id() + "/completions", Map.of(
                    "task", "" + open.task(), "opinion", Who.OPINION, "picks", "" + sanban.person("S006"), "requestId", UUID.randomUUID().toString())));
        }
        return forms;
    }
}
