package org.sanban.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all, durable, with a database for each contestant. */
final class Server implements AutoCloseable {

    private static final Path DIRECTORY = Path.of("target", "bench", "postgres");

    private final EmbeddedPostgres postgres;

    /** @param keep begins with what an earlier run left */
    Server(boolean keep) {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(DIRECTORY)
                    .setCleanDataDirectory(!keep)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("shared_preload_libraries", "")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String role : List.of("sanban_owner", "sanban_app")) {
            execute("postgres", "do $$ begin create role " + role + " login; exception when duplicate_object then null; end $$");
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    /** Makes a database, if it is not there. */
    void create(String database, String owner) {
        if (number("postgres", "select count(*) from pg_database where datname = '" + database + "'") > 0) {
            return;
        }
        execute("postgres", "create database " + database + " owner " + owner + " template template0");
    }

    HikariDataSource pool(String database, int size) {
        create(database, "postgres");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername("postgres");
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    /** As superuser: for filling. */
    DataSource owner(String database) {
        return postgres.getDatabase("postgres", database);
    }

    void execute(String database, String sql) {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String database, String sql) {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> texts(String database, String sql) {
        return JdbcClient.create(owner(database)).sql(sql).query(String.class).list();
    }

    /** Stopped without a checkpoint and started again, as after a power cut of the database's machine. */
    void restartAtOnce() throws IOException, InterruptedException {
        Path control = Path.of(Files.readAllLines(DIRECTORY.resolve("postmaster.opts")).getFirst().split(" ")[0]).resolveSibling("pg_ctl");
        // PostgreSQL refuses to run as root: as the embedded server does, root steps into a user namespace.
        List<String> command = new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        command.addAll(List.of(control.toString(), "-D", DIRECTORY.toString(), "-m", "immediate", "-w", "restart"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the database does not come back");
        }
    }

    String version() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes of everything in a database without its dead rows, and how many rows. */
    long bytes(String database) {
        execute(database, "vacuum full");
        return number(database, "select sum(pg_total_relation_size(relid)) from pg_stat_user_tables");
    }

    long rows(String database) {
        execute(database, "analyze");
        return number(database, "select sum(greatest(reltuples, 0))::bigint from pg_class c join pg_stat_user_tables t on t.relid = c.oid");
    }

    long wal() {
        return number("postgres", "select pg_current_wal_insert_lsn() - '0/0'::pg_lsn");
    }

    /** Microseconds of processor time that its living processes have used. */
    long processor() {
        long[] family = ProcessHandle.of(postmaster()).stream().flatMap(ProcessHandle::descendants).mapToLong(ProcessHandle::pid).toArray();
        long used = 0;
        for (long process : family) {
            used += ProcessHandle.of(process).flatMap(p -> p.info().totalCpuDuration()).map(d -> d.toNanos() / 1000).orElse(0L);
        }
        return used;
    }

    private static long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(DIRECTORY.resolve("postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
