package org.sanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A full backup, an archive of the write-ahead log, papers registered, a moment noted, more papers; then a table is dropped and the directory of
 * files is lost, and everything is brought back as it was at that moment: exactly the papers up to it, with a whole audit trail.
 */
final class Restoring {

    private static final Path HERE = Path.of("target", "bench", "restore");
    private static final Path FILES = HERE.resolve("files");
    private static final Path COPY = HERE.resolve("files-copy");
    private static final int PAPERS = 60;
    private static final int FILES_BEFORE = 3;

    private final Figures figures;

    Restoring(Figures figures) {
        this.figures = figures;
    }

    void run() {
        List<String> missing = Tools.missing(Cluster.NEEDED);
        if (!missing.isEmpty()) {
            System.out.println("restore left out: it needs " + missing + " on the PATH (Debian: apt-get install patroni etcd-server haproxy postgresql pgbackrest)");
            return;
        }
        try (Cluster cluster = new Cluster(HERE)) {
            cluster.start();
            cluster.pgbackrest("stanza-create");
            List<String> application = cluster.application(HERE);
            Set<String> due;
            String moment;
            Filling files;
            try (Node node = new Node(HERE.resolve("node.log"), Node.freePort(), application)) {
                node.start().served();
                Visitor clerk = Visitor.in(node.port(), "s008");
                register(node, clerk);
                cluster.pgbackrest("--type=full", "backup");
                register(node, clerk);
                DataSource database = cluster.superuser("sanban");
                files = new Filling(node.port(), "incoming/" + JdbcClient.create(database).sql("select max(id) from incoming_document").query(Long.class).single());
                files.attach(FILES_BEFORE);
                due = papers(database);
                Thread.sleep(1_500);
                moment = JdbcClient.create(database).sql("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') || '+00'").query(String.class).single();
                Thread.sleep(1_500);
                register(node, clerk);
                FileSystemUtils.copyRecursively(FILES, COPY);
                disaster(database);
            }
            long began = System.nanoTime();
            cluster.restore(moment);
            FileSystemUtils.copyRecursively(COPY, FILES);
            figures.sample("restore_ms", (System.nanoTime() - began) / 1e6);
            judge(cluster, application, due, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void register(Node node, Visitor clerk) {
        if (Load.run(node.port(), 2, PAPERS, no -> Pages.registration(clerk)).wrong() > 0) {
            throw new IllegalStateException("papers were not registered, see " + HERE);
        }
    }

    private static void disaster(DataSource database) throws IOException {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table incoming_document cascade").update();
        jdbc.sql("select pg_switch_wal()").query(String.class).single();
        FileSystemUtils.deleteRecursively(FILES);
    }

    private static Set<String> papers(DataSource database) {
        return new TreeSet<>(JdbcClient.create(database).sql("select doc_number from incoming_document").query(String.class).list());
    }

    private void judge(Cluster cluster, List<String> application, Set<String> due, Filling files) throws IOException, InterruptedException {
        Set<String> back = papers(cluster.superuser("sanban"));
        figures.sample("restore_papers", back.size());
        figures.value("restore_missing", due.stream().filter(paper -> !back.contains(paper)).count());
        figures.value("restore_surplus", back.stream().filter(paper -> !due.contains(paper)).count());
        figures.value("restore_files_lost", FILES_BEFORE - files.acknowledged() + files.lost(JdbcClient.create(cluster.superuser("sanban")), FILES));
        figures.value("restore_audit_broken", Node.verify(HERE.resolve("verify.log"), application));
        try (Node node = new Node(HERE.resolve("node.log"), Node.freePort(), application)) {
            node.start().served();
            register(node, Visitor.in(node.port(), "s008"));
        }
        figures.value("restore_registered_after", papers(cluster.superuser("sanban")).size() - back.size());
    }
}
