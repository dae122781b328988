package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Thousands of random acts by random persons. Whatever they try, the invariants hold after every one of them.
 * {@code -Dsanban.sequences=20000} runs the long form.
 */
class EngineSequencesTests extends OfficeTest {

    private static final List<String> PEOPLE = List.of("S001", "S002", "S006", "S007", "S008", "S010", "S011", "S015", "S017", "S018", "S019", "L01", "L04");
    private static final List<String> STEPS = List.of("draft", "countersign", "sign", "assign", "handle", "file");
    private static final List<String> UNITS = List.of("MSS", "MSI", "BWC", "ZBS");

    @Autowired
    Handlings handlings;

    @Autowired
    Procedures procedures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Directory directory;

    private final Map<String, int[]> tally = new TreeMap<>();

    @Test
    void promise2_afterAnySequenceOfActsTheMatterIsInSomebodysTray() {
        int sequences = Integer.getInteger("sanban.sequences", 300);
        long seed = Long.getLong("sanban.seed", 20260615L);
        Invariants invariants = new Invariants(jdbc, directory, procedures.published("trial").procedure());
        for (int i = 0; i < sequences; i++) {
            clock.reset();
            run(new Random(seed + i), seed + i, invariants);
        }
        System.out.println("sequences " + sequences + ", acts done/refused: " + describe());
        assertThat(tally).hasSizeGreaterThanOrEqualTo(20);
        tally.forEach((act, counts) -> assertThat(counts[0]).as(act + " was done at least once").isPositive());
    }

    private String describe() {
        StringBuilder all = new StringBuilder();
        tally.forEach((act, counts) -> all.append(act).append(' ').append(counts[0]).append('/').append(counts[1]).append("  "));
        return all.toString();
    }

    private void run(Random random, long seed, Invariants invariants) {
        SubjectRef subject = Trial.next();
        Actor starter = office.actor(any(random, PEOPLE));
        Urgency urgency = Urgency.values()[random.nextInt(4)];
        long handling = handlings.start(subject, "trial", Trial.card("第" + seed + "件", urgency, starter), List.of(), starter, clock.instant(), UUID.randomUUID().toString());
        List<String> story = new ArrayList<>();
        int length = 6 + random.nextInt(14);
        for (int n = 0; n < length; n++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(random.nextInt(300))));
            List<Map<String, Object>> live = jdbc.sql("select id, holder_id, kind, state, step, assigned_by, role from task where handling_id = :h and done_at is null").param("h", handling).query().listOfRows();
            Map<String, Object> task = live.isEmpty() ? null : live.get(random.nextInt(live.size()));
            Act act = act(random, task);
            Actor by = actor(random, act, task, handling);
            String outcome = attempt(subject, act, by);
            story.add(by.name() + " " + act + " -> " + outcome);
            assertThat(invariants.brokenIn(handling)).as("seed " + seed + "\n" + String.join("\n", story)).isEmpty();
        }
    }

    /** Mostly the one who may, sometimes anybody. */
    private Actor actor(Random random, Act act, @org.jspecify.annotations.Nullable Map<String, Object> task, long handling) {
        if (random.nextInt(8) == 0) {
            return office.actor(any(random, PEOPLE));
        }
        Long who = switch (act) {
            case Act.Jump j -> null;
            case Act.Reopen r -> null;
            case Act.Void v -> null;
            case Act.Withdraw w -> jdbc.sql("select actor_id from movement where handling_id = :h order by seq desc limit 1").param("h", handling).query(Long.class).single();
            case Act.CorrectOpinion c -> jdbc.sql("select coalesce(max(actor_id), 0) from movement where id = :id").param("id", c.movement()).query(Long.class).single();
            case Act.Skip k -> task == null ? null : (Long) task.get("assigned_by");
            case Act.RemoveSigner k -> task == null ? null : (Long) task.get("assigned_by");
            case Act.Recall k -> task == null ? null : (Long) task.get("assigned_by");
            default -> task == null ? null : task.get("holder_id") == null
                    ? directory.holding(task.get("role").toString(), 0).getFirst().id() : (Long) task.get("holder_id");
        };
        return directory.active().stream().filter(e -> who != null && e.id() == who).findFirst().map(e -> office.actor(e.code())).orElseGet(() -> office.actor("S015"));
    }

    private String attempt(SubjectRef subject, Act act, Actor by) {
        int[] counts = tally.computeIfAbsent(act.getClass().getSimpleName(), k -> new int[2]);
        try {
            handlings.apply(subject, act, by, clock.instant(), UUID.randomUUID().toString());
            counts[0]++;
            return "done";
        } catch (Refused refused) {
            counts[1]++;
            return refused.getMessage();
        } catch (NotFound unseen) {
            counts[1]++;
            return "not seen";
        }
    }

    private Act act(Random random, @org.jspecify.annotations.Nullable Map<String, Object> task) {
        long id = task == null ? 0 : (long) task.get("id");
        boolean reads = task != null && task.get("kind").equals("READ");
        boolean decides = task != null && task.get("kind").equals("EXTENSION");
        boolean errand = task != null && (task.get("kind").equals("ERRAND") || task.get("kind").equals("SIGN_BEFORE"));
        if (decides && random.nextBoolean()) {
            return new Act.Decide(id, random.nextBoolean(), "已阅");
        }
        boolean tray = task != null && task.get("role") != null;
        if (tray && random.nextInt(2) == 0) {
            return task.get("holder_id") == null ? new Act.Claim(id) : new Act.Release(id);
        }
        if ((reads || errand) && random.nextInt(3) == 0) {
            return reads ? new Act.Skip(id, "出差") : new Act.Recall(id, null);
        }
        return switch (random.nextInt(task == null ? 4 : 48)) {
            case 0 -> new Act.Reopen(any(random, STEPS), picks(random), "再办");
            case 1 -> new Act.Jump(any(random, STEPS), picks(random), "督办调整");
            case 2 -> random.nextInt(3) == 0 ? new Act.Void("误登") : new Act.Withdraw(null);
            case 3 -> new Act.CorrectOpinion(lastOpinion(), "更正：以此为准");
            case 4, 5, 6 -> new Act.Return(id, any(random, STEPS), List.of(), random.nextBoolean(), "请补正");
            case 7, 8, 9 -> new Act.Withdraw("想起一事");
            case 10 -> new Act.Forward(id, person(random), "转");
            case 11 -> new Act.HandDown(id, person(random), "请办", null);
            case 12 -> new Act.Recall(id, null);
            case 13, 14 -> new Act.AddSigners(id, List.of(person(random), person(random)), Act.Position.values()[random.nextInt(3)], "请签");
            case 15 -> new Act.RemoveSigner(id, "不再需要");
            case 16 -> new Act.Circulate(List.of(List.of(person(random)), List.of(person(random), person(random))), null);
            case 17 -> new Act.Skip(id, "出差");
            case 18 -> new Act.Urge(id, "电话", "请抓紧");
            case 19, 20 -> new Act.Claim(id);
            case 21, 22 -> new Act.Release(id);
            case 23 -> new Act.Suspend(Act.StopReason.values()[random.nextInt(4)], "等待");
            case 24, 25, 26 -> new Act.Resume(null);
            case 27 -> new Act.Extend(id, clock.instant().plus(Duration.ofDays(20)), "材料未齐");
            case 28 -> new Act.Decide(id, random.nextBoolean(), "已阅");
            default -> new Act.Complete(id, null, Act.Opinion.written("同意"), fitting(random, task), null, random.nextInt(3) > 0 ? "不再等" : null, null);
        };
    }

    private long lastOpinion() {
        return jdbc.sql("select coalesce(max(id), 0) from movement where opinion is not null").query(Long.class).single();
    }

    /** Picks that suit the next step of the one the task is at, so that most sequences get far. */
    private List<Act.Pick> fitting(Random random, @org.jspecify.annotations.Nullable Map<String, Object> task) {
        String step = task == null ? "" : task.get("step").toString();
        return switch (step) {
            case "countersign" -> List.of(Act.Pick.person(office.person("S001")), Act.Pick.person(office.person("L04")));
            case "draft" -> List.of(Act.Pick.person(person(random)), Act.Pick.person(office.person("S018")));
            case "sign", "handle" -> List.of(Act.Pick.person(person(random)), Act.Pick.person(office.person("S007")));
            case "assign" -> List.of(Act.Pick.lead(office.unit("MSS")), Act.Pick.support(office.unit("MSI")));
            default -> picks(random);
        };
    }

    private List<Act.Pick> picks(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> List.of(Act.Pick.lead(office.unit(any(random, UNITS))), Act.Pick.support(office.unit(any(random, UNITS))));
            case 2 -> List.of(Act.Pick.person(office.person("S001")), Act.Pick.person(office.person("S002")));
            default -> List.of(Act.Pick.person(person(random)), Act.Pick.person(person(random)));
        };
    }

    private long person(Random random) {
        return office.person(any(random, PEOPLE));
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
