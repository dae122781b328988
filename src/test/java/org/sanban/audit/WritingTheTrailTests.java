package org.sanban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class WritingTheTrailTests extends TrailTest {

    private static final int THREADS = 16;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aHappeningStandsOnTheTrailOfItsSubject() {
        SubjectRef subject = subject();
        happens(subject, "test.first");
        happens(subject, "test.second");

        List<Trail.Entry> lines = trail.of(subject, 0, 10);

        assertThat(lines).extracting(Trail.Entry::what).containsExactly("test.second", "test.first");
        assertThat(lines.getFirst().seq()).isEqualTo(2);
        assertThat(lines.getFirst().at()).isEqualTo(clock.instant());
        assertThat(lines.getFirst().details()).isEqualTo(Map.of("a", "起草", "b", 2));
        assertThat(trail.of(subject, 2, 10)).extracting(Trail.Entry::what).containsExactly("test.first");
    }

    @Test
    void promise11_anActOutsideATransactionIsRefused() {
        SubjectRef subject = subject();
        assertThatThrownBy(() -> publish(subject, "test.loose")).isInstanceOf(IllegalStateException.class);
        assertThat(trail.of(subject, 0, 10)).isEmpty();
    }

    @Test
    void promise11_anActThatIsRolledBackLeavesNoLineAndNoGap() {
        SubjectRef subject = subject();
        happens(subject, "test.first");
        transaction.executeWithoutResult(tx -> {
            publish(subject, "test.undone");
            tx.setRollbackOnly();
        });
        happens(subject, "test.second");
        assertThat(trail.of(subject, 0, 10)).extracting(Trail.Entry::seq).containsExactly(2L, 1L);
        assertThat(verification.verify().first()).isNull();
    }

    @Test
    void promise11_theApplicationsRoleCannotTouchTheTrail() throws SQLException {
        SubjectRef subject = withFiveLines();
        sealing.seal(clock.instant());
        try (Connection connection = postgres.getDatabase("sanban_app", "sanban").getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("audit_entry", "audit_chain", "audit_seal", "audit_seal_leaf")) {
                for (String act : List.of(
                        "update %s set hash = hash", "delete from %s", "truncate %s",
                        "insert into %1$s select * from %1$s", "alter table %s disable trigger all", "drop table %s")) {
                    String sql = act.formatted(table);
                    assertThatThrownBy(() -> statement.execute(sql)).as(sql)
                            .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
                }
            }
        }
        assertThat(trail.of(subject, 0, 10)).hasSize(5);
    }

    @Test
    void promise11_evenTheOwnerIsRefusedUnlessAnOperatorSaysSo() throws SQLException {
        withFiveLines();
        sealing.seal(clock.instant());
        try (Connection connection = postgres.getDatabase("sanban_owner", "sanban").getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "update audit_entry set what = 'x'", "delete from audit_entry", "truncate audit_entry",
                    "update audit_chain set seq = 1", "delete from audit_chain", "delete from audit_seal", "update audit_seal_leaf set seq = 1")) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("only ever appended to");
            }
            connection.setAutoCommit(false);
            statement.execute("set local sanban.audit_repair = 'on'");
            assertThat(statement.executeUpdate("delete from audit_seal")).isPositive();
            connection.rollback();
        }
        assertThat(verification.verify().first()).isNull();
    }

    @Test
    void promise11_sixteenWritersOnOneSubjectMakeOneChainWhileItIsSealed() throws Exception {
        SubjectRef subject = subject();
        atOnce(i -> subject, 25);
        assertThat(trail.of(subject, 0, 1_000)).hasSize(THREADS * 25);
        assertThat(verification.verify().first()).isNull();
    }

    @Test
    void promise11_sixteenWritersOnManySubjectsMakeManyChainsWhileTheyAreSealed() throws Exception {
        List<SubjectRef> subjects = Stream.generate(TrailTest::subject).limit(40).toList();
        atOnce(i -> subjects.get(i % subjects.size()), 50);
        sealing.seal(clock.instant());
        assertThat(verification.verify().first()).isNull();
        assertThat(jdbc.queryForObject("select count(*) from audit_chain where unsealed", Long.class)).isZero();
    }

    private void atOnce(IntFunction<SubjectRef> subject, int times) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                done.add(threads.submit(() -> {
                    for (int i = 0; i < times; i++) {
                        happens(subject.apply(thread * times + i), "test.at-once");
                    }
                }));
            }
            done.add(threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    sealing.seal(clock.instant());
                }
            }));
            for (Future<?> one : done) {
                one.get();
            }
        }
    }
}
