package org.sanban.scale;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database of its own beside the one of the tests, with the tables of the house and nothing in them. */
public final class ScaleDatabase {

    private ScaleDatabase() {}

    /** With one connection that stays open, as the application has it: a new one for each statement would cost more than the statement. */
    public static HikariDataSource pooled(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    /** Made anew under that name, or found; the owner is the superuser. */
    public static DataSource of(EmbeddedPostgres server, String name) {
        DataSource database = server.getDatabase("postgres", name);
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            boolean there;
            try (var rows = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                there = rows.next();
            }
            if (there) {
                return database;
            }
            statement.execute("create database " + name + " encoding 'UTF8' locale 'C.UTF-8' template template0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure().dataSource(database).locations("classpath:db/migration").placeholders(java.util.Map.of("app_role", "sanban_app")).load().migrate();
        return database;
    }
}
