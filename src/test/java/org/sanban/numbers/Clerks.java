package org.sanban.numbers;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A second process that gives numbers until it is killed. Says each number aloud once it is committed. */
final class Clerks {

    private Clerks() {}

    /** Reads a line each: address, user and password of the database, first subject, local day, now, then the series. */
    public static void main(String[] none) throws IOException {
        String[] args = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(args[1]);
        config.setPassword(args[2]);
        config.setMaximumPoolSize(8);
        config.setAutoCommit(false);
        HikariDataSource data = new HikariDataSource(config);
        Numbers numbers = numbers(data);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(data));
        AtomicLong subjects = new AtomicLong(Long.parseLong(args[3]));
        List<String> codes = List.of(args).subList(6, args.length);
        for (int n = 0; n < 8; n++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    long subject = subjects.getAndIncrement();
                    String code = codes.get((int) (subject % codes.size()));
                    out.println(transaction.execute(s -> numbers.give(
                            code, LocalDate.parse(args[4]), new SubjectRef("trial-paper", subject), "关于测试的通知", Actor.SYSTEM, Instant.parse(args[5]))).text());
                }
            });
        }
    }

    /** On a data source of its own. Bodies and persons are not asked while a number is given. */
    @SuppressWarnings("NullAway")
    private static Numbers numbers(HikariDataSource data) {
        JdbcClient there = JdbcClient.create(data);
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        return new Numbers(new SeriesRegister(there, new SeriesRules(null), event -> {}, zone), new Counters(there, zone, 1), new Lines(there), null, event -> {});
    }
}
