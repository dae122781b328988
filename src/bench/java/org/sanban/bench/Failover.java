package org.sanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sanban on three PostgreSQL under Patroni, clerks who register all the time, and again and again the primary killed with everything on it. Between
 * two kills the killed one has come back and follows: an office that loses a second machine in the meantime stands still, but loses nothing.
 */
final class Failover {

    private static final Path HERE = Path.of("target", "bench", "failover");

    private final Figures figures;
    private final boolean quick;

    Failover(Figures figures, boolean quick) {
        this.figures = figures;
        this.quick = quick;
    }

    void run() {
        List<String> missing = Tools.missing(Cluster.NEEDED);
        if (!missing.isEmpty()) {
            System.out.println("failover left out: it needs " + missing + " on the PATH (Debian: apt-get install patroni etcd-server haproxy postgresql pgbackrest)");
            return;
        }
        try (Cluster cluster = new Cluster(HERE)) {
            cluster.start();
            cluster.pgbackrest("stanza-create");
            List<String> application = cluster.application(HERE);
            try (Node node = new Node(HERE.resolve("node.log"), Node.freePort(), application)) {
                node.start().served();
                Storm storm = new Storm(node.port());
                storm.begin();
                int kills = quick ? 2 : 5;
                for (int kill = 0; kill < kills; kill++) {
                    Thread.sleep(10_000);
                    cluster.whole();
                    Cluster.Member primary = cluster.primary();
                    long began = System.nanoTime();
                    primary.kill();
                    Cluster.Member next = cluster.successor(primary);
                    figures.sample("failover_ms", (System.nanoTime() - began) / 1e6);
                    System.out.println("  " + primary.name() + " killed, " + next.name() + " is the primary, " + storm.acknowledged() + " acknowledged so far");
                    Thread.sleep(5_000);
                    primary.start();
                }
                Thread.sleep(10_000);
                cluster.whole();
                storm.end();
                storm.judge(JdbcClient.create(cluster.superuser("sanban")), figures, "failover");
            }
            figures.value("failover_audit_broken", Node.verify(HERE.resolve("verify.log"), application));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
