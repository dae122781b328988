package org.sanban.reports;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.sanban.scale.PlainCalendar;
import org.sanban.scale.Scale;
import org.sanban.scale.ScaleDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints what the reports take at full size. Not a test: {@code ScaleMeasure <directory> <port> [matters [errors]]}. */
public final class ScaleMeasure {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static long backend;

    private ScaleMeasure() {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        Files.createDirectories(directory);
        Scale.Size size = args.length < 3 ? Scale.Size.FULL : new Scale.Size(Integer.parseInt(args[2]), args.length > 3 ? Integer.parseInt(args[3]) : Integer.parseInt(args[2]) / 33, Scale.Size.FULL.starts(), Scale.Size.FULL.now(), 1);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false).setPort(Integer.parseInt(args[1]))
                .setServerConfig("shared_buffers", "128MB").setServerConfig("max_wal_size", "8GB").setLocaleConfig("locale", "C.UTF-8").start()) {
            DataSource made = ScaleDatabase.of(server, "scale");
            HikariDataSource database = ScaleDatabase.pooled(made);
            JdbcClient jdbc = JdbcClient.create(database);
            backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
            if (jdbc.sql("select count(*) from handling").query(Long.class).single() == 0) {
                timed("generated", () -> {
                    new Scale(made, size, System.out::println).fill();
                    return 0;
                });
            }
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
            Facts facts = new Facts(jdbc, new PlainCalendar(), ZONE);
            RollUp rollUp = new RollUp(jdbc, facts, transaction, ZONE);
            Tallies tallies = new Tallies(jdbc, facts, ZONE);
            Instant now = size.stops();
            timed("rolled up", () -> {
                rollUp.run(now);
                return 0;
            });
            timed("rolled up again", () -> {
                rollUp.run(now.plusSeconds(300));
                return 0;
            });
            Sphere office = new Sphere(true, Set.of(), 2);
            for (Span span : new Span[] {Span.quarter(LocalDate.of(2026, 5, 1)), new Span(LocalDate.of(2021, 7, 1), LocalDate.of(2026, 7, 1))}) {
                for (int n = 0; n < 5; n++) {
                    timed(span + " everything by step", () -> transaction.execute(s -> tallies.count(EnumSet.allOf(Measure.class), span, Cut.NONE, office, Set.of(By.KIND, By.STEP), now.plusSeconds(400)).size()));
                    timed(span + " counts by unit", () -> tallies.count(Set.of(Measure.DUE, Measure.DUE_ON_TIME), span, Cut.NONE, office, Set.of(By.UNIT), now.plusSeconds(400)).size());
                    ErrorFacts errors = new ErrorFacts(jdbc, ZONE);
                    timed(span + " page on errors", () -> new ErrorReports(errors, tallies, new Streaks(errors, new PlainCalendar(), jdbc, ZONE), ZONE).of(span, ErrorCut.NONE, office, now.plusSeconds(400)).handled());
                    timed(span + " page on time", () -> new TimeReports(tallies, new Bases(jdbc, event -> {}), ZONE).of(span, Cut.NONE, office, now.plusSeconds(400)).count(Measure.DUE));
                    timed(span + " page on time of a unit", () -> new TimeReports(tallies, new Bases(jdbc, event -> {}), ZONE).of(span, Cut.NONE.in(3L), office, now.plusSeconds(400)).count(Measure.DUE));
                    timed(span + " list of what was missed", () -> new FactLists(jdbc, tallies, ZONE).rows(Measure.MISSED, span, Cut.NONE, office, null, 51, now.plusSeconds(400)).size());
                    timed(span + " list of a rare thing", () -> new FactLists(jdbc, tallies, ZONE).rows(Measure.REJECTED_LATER, span, new Cut(null, null, 20L, "TOP"), office, null, 51, now.plusSeconds(400)).size());
                    timed(span + " handled by month", () -> tallies.handled(span, Cut.NONE, office, Set.of(), now.plusSeconds(400)));
                }
            }
        }
    }

    private static void timed(String what, Callable<?> act) throws Exception {
        long started = System.nanoTime();
        long own = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long there = ofServer();
        Object found = act.call();
        System.out.println(what + ": " + (System.nanoTime() - started) / 1_000_000 + " ms on the clock, processor here "
                + (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / 1_000_000 + " ms, in the database " + (ofServer() - there) + " ms ("
                + String.valueOf(found).split("\n")[0] + ")");
    }

    /** Processor time of the one connection's process, in milliseconds; 0 where the system does not tell. */
    private static long ofServer() throws Exception {
        Path stat = Path.of("/proc", String.valueOf(backend), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String[] fields = Files.readString(stat).split("\\) ")[1].split(" ");
        return 10 * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    }
}
