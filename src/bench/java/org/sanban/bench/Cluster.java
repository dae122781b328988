package org.sanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Three PostgreSQL under Patroni with synchronous replication, three etcd and haproxy before them on one machine: with the files of
 * bin/cluster, as docs/operations.md tells an office to run them on three.
 */
final class Cluster implements AutoCloseable {

    static final String[] NEEDED = {"etcd", "patroni", "patronictl", "haproxy", "pgbackrest"};
    static final String PASSWORD = "rehearsal";

    private static final HttpClient ASKING = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** One machine of the three: its ports, its directory, what runs on it. */
    final class Member {

        private final String name;
        private final Path state;
        private final int port = Node.freePort();
        private final int rest = Node.freePort();
        private final int etcd = Node.freePort();
        private final int peer = Node.freePort();
        private Tools.Running store;
        private Tools.Running patroni;

        private Member(String name) throws IOException {
            this.name = name;
            this.state = Files.createDirectories(here.resolve(name)).toAbsolutePath();
        }

        String name() {
            return name;
        }

        Path pgbackrest() {
            return state.resolve("pgbackrest.conf");
        }

        private void etcd(String peers) throws IOException {
            Path file = Tools.filled("etcd.yml", state, "NAME=" + name, "STATE=" + state, "ADDRESS=127.0.0.1", "ETCD_PORT=" + etcd, "ETCD_PEER_PORT=" + peer, "ETCD_PEERS=" + peers);
            store = Tools.start(state.resolve("etcd.log"), "etcd", "--config-file", file.toString());
        }

        private void configure(String bootstrap, String moment) throws IOException {
            String sockets = "SOCKETS=" + state;
            Tools.filled("pgbackrest.conf", state, "REPOSITORY=" + here.toAbsolutePath().resolve("repository"), "STATE=" + state, "PORT=" + port, sockets);
            Tools.filled("patroni.yml", state, "NAME=" + name, "STATE=" + state, "ADDRESS=127.0.0.1", "NETWORK=127.0.0.1/32", "PORT=" + port, "REST_PORT=" + rest,
                    "ETCD_HOSTS=" + members.stream().map(m -> "127.0.0.1:" + m.etcd).collect(Collectors.joining(",")), "BIN=" + Tools.postgres(), sockets,
                    "PGBACKREST=" + pgbackrest(), "BOOTSTRAP=" + bootstrap, "MOMENT=" + moment, "LOCAL=trust", "WATCHDOG=off", "SHARED_BUFFERS=128MB",
                    "SUPERUSER_PASSWORD=" + PASSWORD, "REPLICATION_PASSWORD=" + PASSWORD);
        }

        void start() throws IOException {
            patroni = Tools.start(state.resolve("patroni.log"), Tools.asNobody("patroni", state.resolve("patroni.yml").toString()).toArray(String[]::new));
        }

        /** Patroni and PostgreSQL at the same instant, as a power cut would. */
        void kill() throws InterruptedException, IOException {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(Files.readAllLines(state.resolve("data/postmaster.pid")).getFirst().strip())).orElseThrow();
            List<ProcessHandle> family = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
            patroni.process().destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            patroni.kill();
        }

        /** An orderly stop; the database is stopped with it. */
        void stop() {
            patroni.close();
        }

        /** As if its disk were gone. */
        void wipe() {
            try {
                FileSystemUtils.deleteRecursively(state.resolve("data"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean is(String role) {
            try {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rest + "/" + role)).timeout(Duration.ofSeconds(2)).build();
                return ASKING.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Path here;
    private final List<Member> members = new ArrayList<>();
    private final int door = Node.freePort();
    private Tools.Running haproxy;

    /** Three empty machines under a directory. */
    Cluster(Path directory) throws IOException {
        FileSystemUtils.deleteRecursively(directory);
        this.here = Files.createDirectories(directory);
        Files.setPosixFilePermissions(Files.createDirectories(here.resolve("repository")), PosixFilePermissions.fromString("rwx------"));
        for (String name : List.of("a", "b", "c")) {
            members.add(new Member(name));
        }
    }

    /** Returns when one is the primary and two follow it, one of them synchronously. */
    void start() throws IOException, InterruptedException {
        String peers = members.stream().map(m -> m.name + "=http://127.0.0.1:" + m.peer).collect(Collectors.joining(","));
        for (Member member : members) {
            member.etcd(peers);
        }
        Path file = Tools.filled("haproxy-database.cfg", here, Stream.concat(Stream.of("BIND=127.0.0.1:" + door),
                members.stream().flatMap(m -> Stream.of(m.name.toUpperCase(java.util.Locale.ROOT) + "=127.0.0.1:" + m.port, m.name.toUpperCase(java.util.Locale.ROOT) + "_REST=" + m.rest))).toArray(String[]::new));
        haproxy = Tools.start(here.resolve("haproxy.log"), "haproxy", "-f", file.toString());
        grow("initdb", "-");
    }

    /** The first machine makes the database or takes it from the backup; the others copy it. */
    private void grow(String bootstrap, String moment) throws IOException, InterruptedException {
        for (Member member : members) {
            member.configure(bootstrap, moment);
        }
        members.getFirst().start();
        until("a primary", () -> members.getFirst().is("primary"));
        for (Member member : members.subList(1, members.size())) {
            member.start();
        }
        whole();
    }

    /** Everything stopped, all three databases gone, and back as it was at a moment. */
    void restore(String moment) throws IOException, InterruptedException {
        members.reversed().forEach(Member::stop);
        members.forEach(Member::wipe);
        Process forgetting = new ProcessBuilder("patronictl", "-c", members.getFirst().state.resolve("patroni.yml").toString(), "remove", "sanban")
                .redirectErrorStream(true).redirectOutput(here.resolve("remove.log").toFile()).start();
        try (var answers = forgetting.outputWriter()) {
            answers.write("sanban\nYes I am aware\n");
        }
        if (forgetting.waitFor() != 0) {
            throw new IllegalStateException("patronictl does not forget the cluster, see " + here.resolve("remove.log"));
        }
        grow("restored", moment);
    }

    Member primary() {
        return members.stream().filter(m -> m.is("primary")).findFirst().orElseThrow(() -> new IllegalStateException("no primary"));
    }

    /** Waits for one of the others. */
    Member successor(Member of) throws InterruptedException {
        until("a successor of " + of.name, () -> members.stream().anyMatch(m -> m != of && m.is("primary")));
        return primary();
    }

    /** Waits until two follow the primary, one of them synchronously. */
    void whole() throws InterruptedException {
        until("two that follow", () -> JdbcClient.create(superuser("postgres"))
                .sql("select count(*) = 2 and bool_or(sync_state in ('sync', 'quorum')) from pg_stat_replication where state = 'streaming'").query(Boolean.class).single());
    }

    private void until(String what, Callable<Boolean> holds) throws InterruptedException {
        long began = System.nanoTime();
        Exception last = null;
        while (System.nanoTime() - began < Duration.ofMinutes(3).toNanos()) {
            try {
                if (holds.call()) {
                    return;
                }
            } catch (Exception e) {
                last = e;
            }
            Thread.sleep(250);
        }
        throw new IllegalStateException("waited for " + what + " in vain, see " + here, last);
    }

    /** Through haproxy, to whichever is the primary. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + door + "/" + database + "?tcpKeepAlive=true";
    }

    DataSource superuser(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser("postgres");
        source.setPassword(PASSWORD);
        return source;
    }

    /** The two roles and the empty database, and Sanban on it as arguments of java without the port. */
    List<String> application(Path directory) throws IOException {
        JdbcClient jdbc = JdbcClient.create(superuser("postgres"));
        for (String role : List.of("sanban_owner", "sanban_app")) {
            jdbc.sql("create role " + role + " login password '" + PASSWORD + "'").update();
        }
        jdbc.sql("create database sanban owner sanban_owner encoding 'UTF8' template template0").update();
        List<String> command = Starting.installed(directory);
        command.addAll(List.of("--spring.datasource.url=" + url("sanban"), "--spring.datasource.username=sanban_app", "--spring.datasource.password=" + PASSWORD,
                "--spring.flyway.url=" + url("sanban"), "--spring.flyway.user=sanban_owner", "--spring.flyway.password=" + PASSWORD));
        return command;
    }

    /** A command of pgbackrest on the primary. */
    String pgbackrest(String... command) throws IOException {
        List<String> whole = Tools.asNobody("pgbackrest", "--config=" + primary().pgbackrest(), "--stanza=sanban");
        whole.addAll(List.of(command));
        return Tools.said(whole);
    }

    @Override
    public void close() {
        for (Member member : members) {
            if (member.patroni != null) {
                member.patroni.close();
            }
        }
        for (Member member : members) {
            if (member.store != null) {
                member.store.close();
            }
        }
        if (haproxy != null) {
            haproxy.close();
        }
    }
}
