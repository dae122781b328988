package org.sanban.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.numbers.NumberLine.State;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Promise 1 under load, with acts undone and with connections that die at any moment. */
class NumberStormTests extends NumberTest {

    private static final String KILLED = "number-storm";

    /** What the killing makes others say belongs to the test and not into its log. */
    private static final class Quiet implements AutoCloseable {
        private final List<Logger> loggers = List.of(logger(TransactionTemplate.class.getName()), logger("com.zaxxer.hikari"));

        private Quiet() {
            loggers.forEach(one -> one.setLevel(Level.OFF));
        }

        private static Logger logger(String of) {
            return (Logger) LoggerFactory.getLogger(of);
        }

        @Override
        public void close() {
            loggers.forEach(one -> one.setLevel(null));
        }
    }

    private static final class Undone extends RuntimeException {}

    @Autowired
    DataSource data;

    @Autowired
    Directory directory;

    @Autowired
    Organizations organizations;

    @Test
    void promise1_sixtyFourClerksAtOnceGetAThousandNumbersOfFiveSeriesWithoutGapOrTwin() throws Exception {
        List<String> codes = List.of(series(), series(), series(), series(), series(FORMAT, false));
        List<Callable<String>> acts = IntStream.range(0, 1_000).<Callable<String>>mapToObj(n -> () -> given(codes.get(n % 5)).text()).toList();

        List<String> texts = all(acts);

        assertThat(texts).doesNotHaveDuplicates().hasSize(1_000);
        for (String code : codes) {
            assertThat(seqs(code)).containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
            assertThat(entry(code).unexplained()).isEmpty();
        }
    }

    @Test
    void promise1_actsThatAreUndoneAtRandomLeaveNeitherGapNorTwin() throws Exception {
        List<String> codes = List.of(series(), series(), series());
        Random random = new Random(7);
        AtomicInteger undone = new AtomicInteger();
        List<Callable<String>> acts = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            boolean undo = random.nextInt(3) == 0;
            String code = codes.get(n % 3);
            acts.add(() -> {
                try {
                    return inTransaction(() -> {
                        String text = numbers.give(code, TODAY, paper(), "关于测试的通知", Actor.SYSTEM, now()).text();
                        if (undo) {
                            throw new Undone();
                        }
                        return text;
                    });
                } catch (Undone e) {
                    undone.incrementAndGet();
                    return "";
                }
            });
        }

        List<String> texts = all(acts).stream().filter(text -> !text.isEmpty()).toList();

        assertThat(undone.get()).isGreaterThan(200);
        assertThat(texts).doesNotHaveDuplicates().hasSize(1_000 - undone.get());
        for (String code : codes) {
            assertThat(seqs(code)).containsExactlyElementsOf(IntStream.rangeClosed(1, seqs(code).size()).boxed().toList());
            assertThat(entry(code).unexplained()).isEmpty();
        }
    }

    @Test
    void promise1_oneDraftInSixtyFourWindowsGetsOneNumber() throws Exception {
        List<String> codes = List.of(series(), series());
        SubjectRef paper = paper();

        List<String> texts = all(IntStream.range(0, 64).<Callable<String>>mapToObj(n -> () -> given(codes.get(n % 2), TODAY, paper).text()).toList());

        assertThat(texts).hasSize(64).containsOnly(texts.getFirst());
        assertThat(codes.stream().mapToInt(code -> seqs(code).size()).sum()).isEqualTo(1);
    }

    @Test
    void promise1_connectionsKilledAtRandomLoseNoNumberThatWasAcknowledgedAndLeaveNoGap() throws Exception {
        List<String> codes = List.of(series(), series(), series());
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        AtomicInteger broken = new AtomicInteger();
        try (Quiet quiet = new Quiet(); HikariDataSource doomed = doomed()) {
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(doomed));
            Numbers there = numbersOn(doomed);
            AtomicBoolean over = new AtomicBoolean();
            Thread killer = Thread.ofPlatform().start(() -> killUntil(over));
            List<Callable<String>> acts = IntStream.range(0, 1_000).<Callable<String>>mapToObj(n -> () -> {
                try {
                    acknowledged.add(transaction.execute(s -> there.give(codes.get(n % 3), TODAY, paper(), "关于测试的通知", Actor.SYSTEM, now())).text());
                } catch (RuntimeException e) {
                    broken.incrementAndGet();
                }
                return "";
            }).toList();
            all(acts);
            over.set(true);
            killer.join();
        }

        assertThat(broken.get()).isPositive();
        assertThat(acknowledged).as("%s acts broken", broken).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        List<String> kept = codes.stream().flatMap(code -> texts(code).stream()).toList();
        assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
        for (String code : codes) {
            assertThat(seqs(code)).containsExactlyElementsOf(IntStream.rangeClosed(1, seqs(code).size()).boxed().toList());
            assertThat(entry(code).unexplained()).isEmpty();
            assertThat(given(code).seq()).isEqualTo(seqs(code).size());
        }
    }

    @Test
    void promise1_aProcessKilledInTheMiddleOfItThreeTimesLosesNoNumberAndLeavesNoGap() throws Exception {
        List<String> codes = List.of(series(), series());
        List<String> acknowledged = new ArrayList<>();
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            acknowledged.addAll(killedAfter(40 + random.nextInt(120), codes, 2_000_000 + 100_000L * round));
        }

        List<String> kept = codes.stream().flatMap(code -> texts(code).stream()).toList();
        assertThat(acknowledged).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
        for (String code : codes) {
            assertThat(given(code).seq()).isEqualTo(seqs(code).size());
            assertThat(seqs(code)).containsExactlyElementsOf(IntStream.rangeClosed(1, seqs(code).size()).boxed().toList());
            assertThat(entry(code).unexplained()).isEmpty();
        }
    }

    /** Another JVM on the same database, killed as with {@code kill -9} after so many numbers; what it had said by then. */
    private List<String> killedAfter(int count, List<String> codes, long firstSubject) throws Exception {
        HikariDataSource house = data.unwrap(HikariDataSource.class);
        List<String> told = new ArrayList<>(List.of(
                house.getJdbcUrl(), house.getUsername(), house.getPassword(), String.valueOf(firstSubject), TODAY.toString(), now().toString()));
        told.addAll(codes);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xmx128m",
                        "-cp", System.getProperty("java.class.path"), Clerks.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(String.join("\n", told).getBytes(StandardCharsets.UTF_8));
        }
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null && said.size() < count; line = out.readLine()) {
                if (line.endsWith("\u53f7")) {
                    said.add(line);
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return said;
    }

    private static List<String> all(List<Callable<String>> acts) throws InterruptedException, ExecutionException {
        List<String> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(64)) {
            for (Future<String> one : pool.invokeAll(acts)) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    private List<Integer> seqs(String code) {
        return inTransaction(() -> jdbc.sql("select l.seq from number_line l join number_series s on s.id = l.series_id where s.code = ? order by l.seq").param(code).query(Integer.class).list());
    }

    private List<String> texts(String code) {
        return inTransaction(() -> jdbc.sql("select l.text from number_line l join number_series s on s.id = l.series_id where s.code = ? and l.state = ?")
                .params(code, State.GIVEN.name()).query(String.class).list());
    }

    /** Until it is over one connection of the storm dies every few milliseconds, whatever it does at that moment. */
    private void killUntil(AtomicBoolean over) {
        while (!over.get()) {
            inTransaction(() -> jdbc.sql("select pg_terminate_backend(pid), pg_sleep(0.1) from pg_stat_activity where application_name = ? order by random() limit 1")
                    .param(KILLED).query((row, n) -> row.getBoolean(1)).list());
        }
    }

    /** A pool of its own on the same database, to be killed. */
    private HikariDataSource doomed() throws java.sql.SQLException {
        HikariDataSource house = data.unwrap(HikariDataSource.class);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(house.getJdbcUrl());
        config.setUsername(house.getUsername());
        config.setPassword(house.getPassword());
        config.setMaximumPoolSize(16);
        config.setAutoCommit(false);
        config.addDataSourceProperty("ApplicationName", KILLED);
        return new HikariDataSource(config);
    }

    private Numbers numbersOn(DataSource doomed) {
        JdbcClient there = JdbcClient.create(doomed);
        ZoneId zone = clock.getZone();
        SeriesRegister series = new SeriesRegister(there, new SeriesRules(organizations), event -> {}, zone);
        return new Numbers(series, new Counters(there, zone, 1), new Lines(there), directory, event -> {});
    }
}
