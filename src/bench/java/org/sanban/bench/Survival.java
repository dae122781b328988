package org.sanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes on one database behind haproxy, clerks who register all the time, and every ten seconds a node killed with SIGKILL. Meanwhile the store
 * of the files has no room left and gets some again, the mail server gets stuck, one node's clock is an hour behind the other's, and once the
 * database is stopped at once and started again.
 */
final class Survival {

    private static final Path HERE = Path.of("target", "bench", "survival");
    private static final Path STORE = HERE.resolve("files");

    private final Server server;
    private final Figures figures;
    private final boolean quick;

    Survival(Server server, Figures figures, boolean quick) {
        this.server = server;
        this.figures = figures;
        this.quick = quick;
    }

    void run() {
        List<String> missing = Tools.missing("haproxy");
        if (!missing.isEmpty()) {
            System.out.println("survival left out: it needs " + missing + " on the PATH (Debian: apt-get install haproxy)");
            return;
        }
        boolean small = false;
        try (Post post = new Post()) {
            Files.createDirectories(STORE);
            said("umount", STORE.toString());
            small = resized("-t", "tmpfs", "-o", "size=8m", "tmpfs", STORE.toString());
            List<String> application = Starting.application(server, "survival", HERE);
            application.addAll(List.of("--sanban.security.sessions=database", "--sanban.files.reserve=0B", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + post.port(),
                    "--sanban.notices.pauses=" + "5s,".repeat(30) + "5s"));
            application.addFirst(Starting.train(HERE, "node", application));
            try (Node a = new Node(HERE.resolve("a.log"), Node.freePort(), application); Node b = new Node(HERE.resolve("b.log"), Node.freePort(), application)) {
                a.start().served();
                server.execute("survival", "insert into notice_setting (person_id, mail, locale, kinds) select id, code || '@example.org', 'zh-CN', array['task.urgent'] from person");
                b.start().served();
                int door = Node.freePort();
                Path configuration = Tools.filled("haproxy-nodes.cfg", HERE, "BIND=127.0.0.1:" + door, "SORRY=" + Tools.file("sorry.http"),
                        "A=127.0.0.1:" + a.port(), "B=127.0.0.1:" + b.port());
                try (Tools.Running haproxy = Tools.start(HERE.resolve("haproxy.log"), "haproxy", "-f", configuration.toString())) {
                    rage(door, List.of(a, b), post, small);
                }
            }
            figures.value("survival_audit_broken", Node.verify(HERE.resolve("verify.log"), application));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            if (small) {
                said("umount", STORE.toString());
            }
        }
    }

    private void rage(int door, List<Node> nodes, Post post, boolean small) throws InterruptedException, IOException {
        Storm storm = new Storm(door);
        storm.begin();
        while (storm.acknowledged() == 0) {
            Thread.sleep(100);
        }
        JdbcClient jdbc = JdbcClient.create(server.owner("survival"));
        Filling filling = new Filling(door, "incoming/" + jdbc.sql("select max(id) from incoming_document").query(Long.class).single());
        Optional<Path> faketime = faketime();
        int kills = quick ? 4 : 30;
        for (int kill = 0; kill < kills; kill++) {
            post.stuck(kill % 4 == 1);
            Thread filler = Thread.ofPlatform().start(() -> attach(filling));
            Thread.sleep(10_000);
            filler.join();
            if (kill == kills / 2) {
                server.restartAtOnce();
                if (small) {
                    resized("-o", "remount,size=64m", STORE.toString());
                }
                faketime.ifPresent(library -> nodes.get(1).setClockBack(library));
            }
            Node node = nodes.get(kill % 2);
            node.kill();
            node.start();
        }
        for (Node node : nodes) {
            node.served();
        }
        storm.end();
        post.stuck(false);
        figures.sample("survival_kills", kills + 1);
        storm.judge(jdbc, figures, "survival");
        judgeFiles(filling, jdbc, small);
        judgeMails(post, jdbc);
        System.out.println(faketime.isPresent() ? "  the clock of one node was an hour behind from the middle on" : "  a clock set back was left out: it needs libfaketime (Debian: apt-get install faketime)");
    }

    private static void attach(Filling filling) {
        try {
            filling.attach(12);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void judgeFiles(Filling filling, JdbcClient jdbc, boolean small) {
        figures.sample("survival_files_kept", filling.acknowledged());
        figures.sample("survival_files_refused", filling.refused());
        figures.value("survival_files_lost", filling.lost(jdbc, STORE));
        figures.value("survival_files_without_a_sentence", filling.failed());
        if (!small) {
            System.out.println("  a full store was left out: only root may mount a small file system for it");
        }
    }

    /** Each urgent letter is mailed once. A node killed between the mail server's yes and its own note sends that mail again; nothing can prevent that. */
    private void judgeMails(Post post, JdbcClient jdbc) throws InterruptedException {
        long sent = mails(jdbc, "SENT");
        // As long as some go out: a job takes two hundred at a time, and those of a node that was killed wait until another takes its turn.
        for (int still = 0; still < 240 && mails(jdbc, "PENDING") > 0; still++) {
            Thread.sleep(500);
            long now = mails(jdbc, "SENT");
            still = now > sent ? 0 : still;
            sent = now;
        }
        figures.sample("survival_mails", sent);
        figures.value("survival_mails_lost", mails(jdbc, "PENDING") + mails(jdbc, "FAILED") + Math.max(0, sent - post.received()));
        figures.value("survival_mails_doubled", Math.max(0, post.received() - sent));
    }

    private static long mails(JdbcClient jdbc, String state) {
        return jdbc.sql("select count(*) from notice where mail_state = ?").param(state).query(Long.class).single();
    }

    /** Mounts; only root may. */
    private static boolean resized(String... options) {
        return said(Stream.concat(Stream.of("mount"), Stream.of(options)).toArray(String[]::new));
    }

    private static boolean said(String... command) {
        try {
            Tools.said(List.of(command));
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    private static Optional<Path> faketime() throws IOException {
        Path libraries = Path.of("/usr/lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.find(libraries, 3, (path, about) -> path.getFileName().toString().equals("libfaketimeMT.so.1"))) {
            return found.findFirst();
        }
    }
}
