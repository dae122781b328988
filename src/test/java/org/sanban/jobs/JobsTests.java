package org.sanban.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.sanban.audit.RecurringJob;
import org.sanban.notices.Notices;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JobsTests extends OfficeTest {

    @Autowired
    private DataSource data;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private FailedWorks failed;

    @Autowired
    private Settling settling;

    @Autowired
    private Notices notices;

    @Autowired
    private Directory directory;

    @Test
    void twoNodesNeverRunTheSameJobAtTheSameTimeAndBothRestart() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch runs = new CountDownLatch(30);
        RecurringJob job = job("trial.cluster", at -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            runs.countDown();
            running.decrementAndGet();
        });
        Schedule one = node(job);
        Schedule other = node(job);
        one.start();
        other.start();
        boolean done = runs.await(60, TimeUnit.SECONDS);
        one.destroy();
        other.destroy();
        assertThat(done).isTrue();
        assertThat(most).hasValue(1);
        Integer rows = jdbc.sql("select count(*) from scheduled_tasks where task_name = 'trial.cluster' and last_success is not null").query(Integer.class).single();
        assertThat(rows).as("one row for the whole cluster, still there for the next start").isEqualTo(1);
    }

    @Test
    void aClockThatWasSetBackHoldsNoJobUpLongerThanItsOwnPause() {
        RecurringJob job = job("trial.turns", at -> {});
        Instant now = jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
        Turns turns = new Turns(runs(job), jdbc, transactions, false);
        transaction.executeWithoutResult(tx -> jdbc.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('trial.turns', 'recurring', ?, false, 1)")
                .param(now.plus(Duration.ofSeconds(1)).atOffset(ZoneOffset.UTC)).update());
        assertThat(turns.bringForward(now)).as("a turn that is near is left alone").isZero();
        Instant back = now.minus(Duration.ofHours(1));
        assertThat(turns.bringForward(back)).isEqualTo(1);
        assertThat(jdbc.sql("select execution_time from scheduled_tasks where task_name = 'trial.turns'").query(OffsetDateTime.class).single().toInstant()).isEqualTo(back);
        assertThat(turns.bringForward(back)).isZero();
        turns.destroy();
    }

    @Test
    void promise12_aJobThatFailedStandsBeforeTheAdministratorsWithItsReasonUntilItIsDone() {
        long administrator = directory.holding("SYS_ADMIN", 0).getFirst().id();
        int before = notices.unread(administrator);
        RecurringJob broken = job("trial.broken", at -> {
            throw new IllegalStateException("the printer is on fire");
        });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> runs(broken).run(broken)).isInstanceOf(IllegalStateException.class);
        }
        FailedWork work = open("trial.broken").orElseThrow();
        assertThat(work.reason()).contains("the printer is on fire");
        assertThat(work.times()).isEqualTo(2);
        assertThat(notices.unread(administrator)).as("told once, not at every run").isEqualTo(before + 1);
        RecurringJob mended = job("trial.broken", at -> {});
        runs(mended).run(mended);
        assertThat(open("trial.broken")).isEmpty();
    }

    @Test
    void promise12_failedWorkLeavesTheTrayOnlyWithAReason() {
        Actor administrator = office.actor(directory.holding("SYS_ADMIN", 0).getFirst().code());
        failed.record("trial.settled", null, "nobody answers", clock.instant());
        FailedWork work = open("trial.settled").orElseThrow();
        assertThatThrownBy(() -> settling.settle(work.id(), " ", administrator, clock.instant())).isInstanceOf(Refused.class);
        settling.settle(work.id(), "设备已停用", administrator, clock.instant());
        assertThat(open("trial.settled")).isEmpty();
    }

    private Optional<FailedWork> open(String name) {
        return failed.open(1000).stream().filter(w -> w.work().equals(name)).findFirst();
    }

    private Runs runs(RecurringJob job) {
        return new Runs(List.of(job), failed, clock);
    }

    private Schedule node(RecurringJob job) {
        return new Schedule(runs(job), data, jdbc, true, Duration.ofMillis(50));
    }

    private static RecurringJob job(String name, Consumer<Instant> work) {
        return new RecurringJob() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Duration every() {
                return Duration.ofMillis(1);
            }

            @Override
            public void run(Instant at) {
                work.accept(at);
            }
        };
    }
}
