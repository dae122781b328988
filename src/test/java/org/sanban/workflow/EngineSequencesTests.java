package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random acts by random persons: whatever they try, the invariants hold after every one of them. Twenty thousand sequences on
 * the engine alone, and some of the same on the database.
 */
class EngineSequencesTests extends OfficeTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long SEED = Long.getLong("sanban.seed", 20260615L);

    @Autowired
    Handlings handlings;

    @Autowired
    Procedures procedures;

    @Autowired
    Clocks clocks;

    @Autowired
    Holders holders;

    @Autowired
    Directory directory;

    @Autowired
    Rows stored;

    @Autowired
    CourseRows record;

    @Autowired
    Sight sight;

    private final Map<String, int[]> tally = new TreeMap<>();
    private Procedure procedure;
    private Invariants invariants;

    @BeforeEach
    void theProcedureOfTheTrial() {
        procedure = procedures.published("trial").procedure();
        invariants = new Invariants(directory, procedure);
    }

    @Test
    void promise2_afterAnyOfTwentyThousandSequencesOfActsTheMatterIsInSomebodysTray() {
        int sequences = Integer.getInteger("sanban.sequences", 20_000);
        for (int i = 0; i < sequences; i++) {
            clock.reset();
            inMemory(SEED + i);
        }
        everyActWasTried();
    }

    @Test
    void promise2_andOnTheDatabaseToo() {
        for (int i = 0; i < 60; i++) {
            clock.reset();
            onTheDatabase(SEED + i);
        }
    }

    private void everyActWasTried() {
        assertThat(tally).as("kinds of acts tried").hasSize(Act.class.getPermittedSubclasses().length);
        tally.forEach((act, counts) -> assertThat(counts[0]).as(act + " was done, and not refused each time").isPositive());
    }

    private void inMemory(long seed) {
        RandomActs acts = new RandomActs(seed, office, directory);
        MemoryRows rows = new MemoryRows();
        Actor starter = acts.starter();
        Handling handling = Handling.start(Trial.next(), 1, Trial.card("试验", acts.urgency(), starter), starter.id(), clock.instant());
        Move first = move(handling, rows, starter);
        handlings.begin(first, List.of());
        List<String> story = new ArrayList<>();
        for (int n = acts.length(); n > 0; n--) {
            clock.set(clock.instant().plus(acts.pause()));
            Task task = acts.pick(rows.liveTasks(0));
            Act act = acts.act(task, rows.movements(), clock.instant());
            Actor by = acts.actor(act, task, rows.movements());
            List<Object> before = rows.remembered();
            String outcome = attempt(act, () -> handlings.perform(move(rows.handling(), rows, by), act));
            if (!outcome.equals("done")) {
                rows.rows = before;
            }
            story.add(by.name() + " " + act + " -> " + outcome);
            check(rows.handling(), rows.tasks(), rows.movements(), seed, story);
            assertThat(rows.openStops()).as("clock stops open, seed " + seed + story).isEqualTo(rows.handling().stopped() ? 1 : 0);
        }
    }

    private Move move(Handling handling, MemoryRows rows, Actor by) {
        List<Task> live = handling.stored() ? rows.liveTasks(0) : new ArrayList<>();
        return new Move(handling, procedure, live, by, clock.instant(), UUID.randomUUID().toString(), rows, clocks, holders, ZONE);
    }

    private void onTheDatabase(long seed) {
        RandomActs acts = new RandomActs(seed, office, directory);
        Actor starter = acts.starter();
        SubjectRef subject = Trial.next();
        long id = handlings.start(subject, "trial", Trial.card("试验", acts.urgency(), starter), List.of(), starter, clock.instant(), UUID.randomUUID().toString());
        List<String> story = new ArrayList<>();
        for (int n = acts.length(); n > 0; n--) {
            clock.set(clock.instant().plus(acts.pause()));
            Instant now = clock.instant();
            Task task = acts.pick(record.tasks(id).stream().filter(Task::live).toList());
            List<Movement> movements = record.movements(id);
            Act act = acts.act(task, movements, now);
            Actor by = acts.actor(act, task, movements);
            String outcome = attempt(act, () -> handlings.apply(subject, act, by, now, UUID.randomUUID().toString()));
            story.add(by.name() + " " + act + " -> " + outcome);
            Handling handling = stored.handling(subject).orElseThrow();
            List<Task> tasks = record.tasks(id);
            check(handling, tasks, record.movements(id), seed, story);
            assertThat(sight.sees(by, handling, tasks.stream().filter(Task::live).toList())).as("told from the rows at hand as by the database, seed " + seed + story)
                    .isEqualTo(sight.sees(by, subject));
        }
    }

    private String attempt(Act act, Runnable doing) {
        int[] counts = tally.computeIfAbsent(act.getClass().getSimpleName(), k -> new int[2]);
        try {
            doing.run();
            counts[0]++;
            return "done";
        } catch (Refused | NotFound refused) {
            counts[1]++;
            return String.valueOf(refused.getMessage());
        }
    }

    private void check(Handling handling, List<Task> tasks, List<Movement> movements, long seed, List<String> story) {
        List<String> broken = invariants.brokenIn(handling, tasks, movements);
        if (!broken.isEmpty()) {
            throw new AssertionError("seed " + seed + "\n" + String.join("\n", story) + "\n" + String.join("\n", broken));
        }
    }
}
