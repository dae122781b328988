package org.sanban.numbers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Series and numbers for tests; each test makes series of its own. */
abstract class NumberTest extends OfficeTest {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    static final String FORMAT = "{code}\u3014{year}\u3015{n}\u53f7";
    private static final AtomicInteger CODES = new AtomicInteger();
    private static final AtomicLong SUBJECTS = new AtomicLong(1_000_000);

    @Autowired
    Numbers numbers;

    @Autowired
    SeriesRegister register;

    @Autowired
    Reservations reservations;

    @Autowired
    Ledger ledger;

    @Autowired
    GapReport report;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    /** A new yearly series; its code. */
    String series() {
        return series(FORMAT, true);
    }

    String series(String format, boolean yearly) {
        int n = CODES.getAndIncrement();
        String code = "测" + (char) ('A' + n / 26) + (char) ('A' + n % 26);
        register.add(defined(code, format, yearly), Actor.SYSTEM, now());
        return code;
    }

    static Series defined(String code, String format, boolean yearly) {
        return new Series(0, code, "测试序列", "ORG-YLB", Series.Direction.DOWN, Series.Layout.GENERAL, List.of("RESOLUTION"), format, yearly, true, 0);
    }

    static SubjectRef paper() {
        return new SubjectRef("trial-paper", SUBJECTS.getAndIncrement());
    }

    NumberLine given(String series) {
        return given(series, TODAY, paper());
    }

    NumberLine given(String series, LocalDate signedOn, SubjectRef paper) {
        return inTransaction(() -> numbers.give(series, signedOn, paper, "关于测试的通知", Actor.SYSTEM, now()));
    }

    NumberLine reserved(String series, LocalDate until) {
        return reservations.reserve(series, now().atZone(clock.getZone()).getYear(), "等待印发", office.person("S008"), until, office.actor("S009"), now(), UUID.randomUUID().toString());
    }

    /** The entry of the series in the report of the month of now. */
    GapReport.Entry entry(String series) {
        return report.of(YearMonth.from(now().atZone(clock.getZone())), Actor.SYSTEM).stream().filter(e -> e.series().code().equals(series)).findFirst().orElseThrow();
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    Instant now() {
        return office.now();
    }
}
