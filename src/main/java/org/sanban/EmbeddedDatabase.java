package org.sanban;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * PostgreSQL in the same process tree, for a start that needs nothing installed. It is durable, listens on loopback only
 * and keeps its files between starts. Not there when {@code spring.datasource.url} names a server, nor in production.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!production")
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class EmbeddedDatabase {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "sanban";
    private static final String OWNER = "sanban_owner";
    private static final String APPLICATION = "sanban_app";
    private static final String MAJOR = "18";

    @Bean(destroyMethod = "close")
    DirectoryLock directoryLock(@Value("${sanban.embedded.directory:var/postgres}") Path directory) throws IOException {
        return DirectoryLock.take(directory);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(
            DirectoryLock lock,
            @Value("${sanban.embedded.port:54329}") int port,
            @Value("${sanban.embedded.durable:true}") boolean durable)
            throws IOException, SQLException {
        Path directory = lock.directory();
        refuseOtherMajor(directory);
        stopOrphan(directory);
        String onOff = durable ? "on" : "off";
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", onOff)
                    .setServerConfig("synchronous_commit", onOff)
                    .setServerConfig("full_page_writes", onOff)
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "128MB")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL did not start in " + directory.toAbsolutePath() + ". Name a server instead:"
                            + " SPRING_DATASOURCE_URL=jdbc:postgresql://host/sanban SPRING_DATASOURCE_USERNAME=…"
                            + " SPRING_DATASOURCE_PASSWORD=… (PostgreSQL 15 or later)",
                    e);
        }
        createRolesAndDatabase(postgres);
        return postgres;
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedPostgres postgres) {
        return new ApplicationConnection(postgres.getJdbcUrl(APPLICATION, DATABASE), APPLICATION);
    }

    /** Migrations run as the owner, so that the application's own role cannot alter what is append-only. */
    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedPostgres postgres) {
        return new OwnerConnection(postgres.getJdbcUrl(OWNER, DATABASE), OWNER);
    }

    /** Two types on purpose: one that were both would be found twice wherever either is looked for. */
    private record ApplicationConnection(String getJdbcUrl, String getUsername) implements JdbcConnectionDetails {
        @Override
        public String getPassword() {
            return "";
        }
    }

    private record OwnerConnection(String getJdbcUrl, String getUsername) implements FlywayConnectionDetails {
        @Override
        public String getPassword() {
            return "";
        }
    }

    private static void refuseOtherMajor(Path directory) throws IOException {
        Path version = directory.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            throw new IllegalStateException(directory.toAbsolutePath() + " was written by PostgreSQL "
                    + Files.readString(version).strip() + ", this build brings " + MAJOR
                    + ". Dump it with that version and restore it, or move the directory away.");
        }
    }

    /** A JVM that was killed leaves its server behind, holding the port and the directory. Whoever has the lock may stop it. */
    private static void stopOrphan(Path directory) throws IOException {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(p -> p.info().command().map(c -> c.contains("postgres")).orElse(false));
        orphan.ifPresent(process -> {
            log.warn("A database server of an earlier start (process {}) is still running and is stopped first", process.pid());
            process.destroy();
            try {
                process.onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("The database server " + process.pid() + " of an earlier start does not stop", e);
            }
        });
    }

    private static void createRolesAndDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (has(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                return;
            }
            for (String role : List.of(OWNER, APPLICATION)) {
                if (!has(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login");
                }
            }
            statement.execute("create database " + DATABASE + " owner " + OWNER
                    + " encoding 'UTF8' locale 'C.UTF-8' template template0");
        }
    }

    private static boolean has(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
