package org.sanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Two nodes on one database behind haproxy, clerks who register all the time, and every ten seconds a node killed with SIGKILL; once the
 * database is stopped at once and started again. A clerk whose form is not answered sends the same form again, as a browser does.
 * Counted afterwards: what was acknowledged and is not there, what is there twice, what runs and lies before nobody.
 */
final class Survival {

    private static final Path HERE = Path.of("target", "bench", "survival");
    private static final int CLERKS = 8;

    private final Server server;
    private final Figures figures;
    private final boolean quick;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastAnswer = new AtomicLong();
    private final AtomicLong longestSilence = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    Survival(Server server, Figures figures, boolean quick) {
        this.server = server;
        this.figures = figures;
        this.quick = quick;
    }

    void run() {
        if (Stream.of(System.getenv("PATH").split(":")).noneMatch(folder -> Files.isExecutable(Path.of(folder, "haproxy")))) {
            System.out.println("survival left out: it needs haproxy on the PATH (Debian: apt-get install haproxy)");
            return;
        }
        try {
            Files.createDirectories(HERE);
            List<String> application = Starting.application(server, "survival", HERE);
            application.add("--sanban.security.sessions=database");
            try (Node a = new Node(HERE.resolve("a.log"), Node.freePort(), application); Node b = new Node(HERE.resolve("b.log"), Node.freePort(), application)) {
                a.start().ready();
                b.start().ready();
                int proxy = Node.freePort();
                Process haproxy = new ProcessBuilder("haproxy", "-f", configuration(proxy, a, b).toString()).redirectErrorStream(true).redirectOutput(HERE.resolve("haproxy.log").toFile()).start();
                try {
                    storm(proxy, List.of(a, b));
                } finally {
                    haproxy.destroy();
                }
                judge(application);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void storm(int proxy, List<Node> nodes) throws InterruptedException, IOException {
        while (!reached(proxy)) {
            Thread.sleep(100);
        }
        Visitor clerk = Visitor.in(proxy, "s008");
        lastAnswer.set(System.nanoTime());
        List<Thread> clerks = new ArrayList<>();
        for (int n = 0; n < CLERKS; n++) {
            clerks.add(Thread.ofPlatform().start(() -> register(proxy, clerk)));
        }
        int kills = quick ? 4 : 30;
        for (int kill = 0; kill < kills; kill++) {
            Thread.sleep(10_000);
            if (kill == kills / 2) {
                server.restartAtOnce();
            }
            Node node = nodes.get(kill % 2);
            node.kill();
            node.start();
        }
        for (Node node : nodes) {
            node.ready();
        }
        over.set(true);
        for (Thread one : clerks) {
            one.join();
        }
        figures.sample("survival_kills", kills + 1);
    }

    private static boolean reached(int proxy) {
        try (Line line = new Line(proxy)) {
            return line.ask(Line.get("/login", "none=0")).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** One form after the other, each until it is answered. */
    private void register(int proxy, Visitor clerk) {
        while (!over.get()) {
            Pages.Letter letter = Pages.Letter.next();
            byte[] form = letter.form(clerk);
            boolean answered = false;
            while (!answered) {
                try (Line line = new Line(proxy)) {
                    Line.Answer answer = line.ask(form);
                    answered = answer.status() < 500;
                    if (answer.status() == 303 || answer.status() == 302 && !answer.location().endsWith("/login")) {
                        acknowledged.add(letter.number());
                        long now = System.nanoTime();
                        long silence = now - lastAnswer.getAndSet(now);
                        longestSilence.accumulateAndGet(silence, Math::max);
                    } else if (answered) {
                        refused.incrementAndGet();
                    } else {
                        pause();
                    }
                } catch (IOException e) {
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(List<String> application) throws InterruptedException, IOException {
        String database = "survival";
        Set<String> stored = Set.copyOf(server.texts(database, "select distinct doc_number from incoming_document where in_no is not null"));
        figures.sample("survival_acknowledged", acknowledged.size());
        figures.sample("survival_refused", refused.get());
        figures.sample("survival_longest_silence_ms", longestSilence.get() / 1e6);
        figures.value("survival_lost", acknowledged.stream().filter(number -> !stored.contains(number)).count());
        figures.value("survival_doubled", server.number(database, "select count(*) - count(distinct doc_number) from incoming_document"));
        figures.value("survival_stranded", server.number(database, """
                select count(*) from handling h where h.state = 'RUNNING' and not exists (select 1 from task t where t.handling_id = h.id and t.state in ('OPEN', 'QUEUED'))"""));
        figures.value("survival_number_gaps", server.number(database, "select coalesce(max(in_seq), 0) - count(in_seq) from incoming_document"));
        List<String> verifying = new ArrayList<>(application);
        verifying.add("--sanban.verify-audit");
        figures.value("survival_audit_broken", new Node(HERE.resolve("verify.log"), 0, verifying).start().finish());
    }

    private static Path configuration(int port, Node a, Node b) throws IOException {
        return Files.writeString(HERE.resolve("haproxy.cfg"), """
                defaults
                  mode http
                  timeout connect 1s
                  timeout client 60s
                  timeout server 60s
                  timeout check 2s
                  option redispatch
                  retries 2
                listen sanban
                  bind 127.0.0.1:%d
                  option httpchk GET /login
                  default-server check inter 500 fall 1 rise 1 observe layer4 error-limit 1 on-error mark-down
                  server a 127.0.0.1:%d
                  server b 127.0.0.1:%d
                """.formatted(port, a.port(), b.port()), StandardCharsets.UTF_8);
    }
}
