package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many at once on the same task: one wins, the others are told who did. Real threads on a real database. */
class EngineRaceTests extends OfficeTest {

    private static final int THREADS = 32;

    @Autowired
    Handlings handlings;

    @Autowired
    Procedures procedures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    @Autowired
    Rows rows;

    @Autowired
    CourseRows record;

    @Autowired
    org.springframework.transaction.PlatformTransactionManager transactions;

    @Test
    void ofThirtyTwoThreadsThatFinishOneTaskExactlyOneWinsAndTheOthersLearnWhy() throws Exception {
        for (int n = 0; n < 10; n++) {
            Actor drafter = office.actor("S018");
            SubjectRef subject = start(drafter);
            long task = open(subject).getFirst();
            List<String> outcomes = together(THREADS, i -> attempt(subject, toCountersign(task), drafter, UUID.randomUUID().toString()));
            assertThat(outcomes).filteredOn(o -> o.equals("done")).hasSize(1);
            assertThat(outcomes).filteredOn(o -> !o.equals("done")).allMatch(o -> o.contains("already-done") && o.contains("仲夏阳"));
            sound(subject);
        }
    }

    @Test
    void oneRequestSentByThirtyTwoThreadsIsDoneOnceAndAnsweredAlikeToAll() throws Exception {
        Actor drafter = office.actor("S018");
        SubjectRef subject = start(drafter);
        long task = open(subject).getFirst();
        String request = UUID.randomUUID().toString();
        List<Long> movements = together(THREADS, i -> handlings.apply(subject, toCountersign(task), drafter, clock.instant(), request));
        assertThat(movements).containsOnly(movements.getFirst());
        sound(subject);
    }

    @Test
    void threeCountersignersInTheSameInstantLoseNoJoin() throws Exception {
        for (int n = 0; n < 30; n++) {
            Actor drafter = office.actor("S018");
            SubjectRef subject = start(drafter);
            handlings.apply(subject, toCountersign(open(subject).getFirst()), drafter, clock.instant(), UUID.randomUUID().toString());
            List<Long> tasks = open(subject);
            List<Actor> signers = List.of(office.actor("S007"), office.actor("S015"), office.actor("S019"));
            assertThat(tasks).hasSize(3);
            List<String> outcomes = together(3, i -> attempt(subject, Act.Complete.of(tasks.get(i), null, "同意", Act.Pick.person(office.person("S001"))), signers.get(i), UUID.randomUUID().toString()));
            assertThat(outcomes).containsOnly("done");
            assertThat(handlings.stepOf(subject)).isEqualTo("sign");
            sound(subject);
        }
    }

    @Test
    void aClaimFromAUnitTrayHasOneWinner() throws Exception {
        Actor drafter = office.actor("S018");
        SubjectRef subject = start(drafter);
        handlings.apply(subject, new Act.Jump("file", List.of(), "直接归档"), office.actor("S015"), clock.instant(), UUID.randomUUID().toString());
        long task = open(subject).getFirst();
        List<Actor> archivists = List.of(office.actor("S010"), office.actor("S011"));
        List<String> outcomes = together(THREADS, i -> attempt(subject, new Act.Claim(task), archivists.get(i % 2), UUID.randomUUID().toString()));
        assertThat(outcomes).filteredOn(o -> o.equals("done")).hasSize(1);
        sound(subject);
    }

    private Act toCountersign(long task) {
        return Act.Complete.of(task, null, null, Act.Pick.person(office.person("S007")), Act.Pick.person(office.person("S015")), Act.Pick.person(office.person("S019")));
    }

    private SubjectRef start(Actor by) {
        SubjectRef subject = Trial.next();
        handlings.start(subject, "trial", Trial.card("争抢的一件", Urgency.NORMAL, by), List.of(), by, clock.instant(), UUID.randomUUID().toString());
        return subject;
    }

    private List<Long> open(SubjectRef subject) {
        return jdbc.sql("select t.id from task t join handling h on h.id = t.handling_id where h.subject_kind = 'trial' and h.subject_id = :id and t.state = 'OPEN' order by t.id")
                .param("id", subject.id()).query(Long.class).list();
    }

    private String attempt(SubjectRef subject, Act act, Actor by, String request) {
        try {
            handlings.apply(subject, act, by, clock.instant(), request);
            return "done";
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private void sound(SubjectRef subject) {
        List<String> broken = new TransactionTemplate(transactions).execute(s -> {
            Handling handling = rows.handling(subject).orElseThrow();
            return new Invariants(directory, procedures.published("trial").procedure())
                    .brokenIn(handling, record.tasks(handling.id()), record.movements(handling.id()));
        });
        assertThat(broken).isEmpty();
    }

    private interface Work<T> {
        T of(int thread) throws Exception;
    }

    private static <T> List<T> together(int threads, Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                int thread = i;
                Callable<T> call = () -> {
                    start.await();
                    return work.of(thread);
                };
                futures.add(pool.submit(call));
            }
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
