package org.sanban.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.testing.Office;

/** Acts as persons might try them, sensible and senseless ones, by those who may and by anybody. Repeatable by its seed. */
class RandomActs {

    private static final List<String> PEOPLE = List.of("S001", "S002", "S006", "S007", "S008", "S010", "S011", "S015", "S017", "S018", "S019", "L01", "L04");
    private static final List<String> STEPS = List.of("draft", "countersign", "sign", "assign", "handle", "file");
    private static final List<String> UNITS = List.of("MSS", "MSI", "BWC", "ZBS");

    private final Random random;
    private final Office office;
    private final Directory directory;

    RandomActs(long seed, Office office, Directory directory) {
        this.random = new Random(seed);
        this.office = office;
        this.directory = directory;
    }

    Actor starter() {
        return office.actor(any(PEOPLE));
    }

    Urgency urgency() {
        return Urgency.values()[random.nextInt(4)];
    }

    int length() {
        return 6 + random.nextInt(14);
    }

    Duration pause() {
        return Duration.ofMinutes(random.nextInt(300));
    }

    @Nullable Task pick(List<Task> live) {
        return live.isEmpty() ? null : live.get(random.nextInt(live.size()));
    }

    /** Mostly the one who may, sometimes anybody. */
    Actor actor(Act act, @Nullable Task task, List<Movement> movements) {
        if (random.nextInt(8) == 0) {
            return office.actor(any(PEOPLE));
        }
        Long who = switch (act) {
            case Act.Jump j -> null;
            case Act.Reopen r -> null;
            case Act.Void v -> null;
            case Act.Withdraw w -> movements.getLast().actorId;
            case Act.CorrectOpinion c -> movements.stream().filter(m -> m.id() == c.movement()).map(m -> m.actorId).findFirst().orElse(null);
            case Act.Skip s -> task == null ? null : (Long) task.assignedBy;
            case Act.RemoveSigner s -> task == null ? null : (Long) task.assignedBy;
            case Act.Recall s -> task == null ? null : (Long) task.assignedBy;
            default -> task == null ? null : task.holderId != null ? task.holderId : (Long) directory.holding(String.valueOf(task.role), 0).getFirst().id();
        };
        return directory.active().stream().filter(e -> who != null && e.id() == who).findFirst()
                .map(e -> office.actor(e.code())).orElseGet(() -> office.actor("S015"));
    }

    Act act(@Nullable Task task, List<Movement> movements, Instant now) {
        long id = task == null ? 0 : task.id();
        if (task != null && task.kind == Task.Kind.EXTENSION && random.nextBoolean()) {
            return new Act.Decide(id, random.nextBoolean(), "已阅");
        }
        if (task != null && task.role != null && random.nextBoolean()) {
            return task.holderId == null ? new Act.Claim(id) : new Act.Release(id);
        }
        if (task != null && task.kind != Task.Kind.MAIN && random.nextInt(3) == 0) {
            return task.kind == Task.Kind.READ ? new Act.Skip(id, "出差") : new Act.Recall(id, null);
        }
        return switch (random.nextInt(task == null ? 4 : 48)) {
            case 0 -> new Act.Reopen(any(STEPS), picks(), "再办");
            case 1 -> new Act.Jump(any(STEPS), picks(), "督办调整");
            case 2 -> random.nextInt(3) == 0 ? new Act.Void("误登") : new Act.Withdraw(null);
            case 3 -> new Act.CorrectOpinion(movements.get(random.nextInt(movements.size())).id(), "更正：以此为准");
            case 4, 5, 6 -> new Act.Return(id, any(STEPS), List.of(), random.nextBoolean(), "请补正");
            case 7, 8, 9 -> new Act.Withdraw("想起一事");
            case 10 -> new Act.Forward(id, person(), "转");
            case 11 -> new Act.HandDown(id, person(), "请办", null);
            case 12 -> new Act.Recall(id, null);
            case 13, 14 -> new Act.AddSigners(id, List.of(person(), person()), Act.Position.values()[random.nextInt(3)], "请签");
            case 15 -> new Act.RemoveSigner(id, "不再需要");
            case 16 -> new Act.Circulate(List.of(List.of(person()), List.of(person(), person())), null);
            case 17 -> new Act.Skip(id, "出差");
            case 18 -> new Act.Urge(id, "电话", "请抓紧");
            case 19, 20 -> new Act.Claim(id);
            case 21, 22 -> new Act.Release(id);
            case 23 -> new Act.Suspend(Act.StopReason.values()[random.nextInt(4)], "等待");
            case 24, 25, 26 -> new Act.Resume(null);
            case 27 -> new Act.Extend(id, now.plus(Duration.ofDays(20)), "材料未齐");
            case 28 -> new Act.Decide(id, random.nextBoolean(), "已阅");
            default -> new Act.Complete(id, null, Act.Opinion.written("同意"), fitting(task), null, random.nextInt(3) > 0 ? "不再等" : null, null);
        };
    }

    /** Picks that suit the next step of the one the task is at, so that most sequences get far. */
    private List<Act.Pick> fitting(@Nullable Task task) {
        return switch (task == null ? "" : task.step) {
            case "countersign" -> List.of(Act.Pick.person(office.person("S001")), Act.Pick.person(office.person("L04")));
            case "draft" -> List.of(Act.Pick.person(person()), Act.Pick.person(office.person("S018")));
            case "sign", "handle" -> List.of(Act.Pick.person(person()), Act.Pick.person(office.person("S007")));
            case "assign" -> List.of(Act.Pick.lead(office.unit("MSS")), Act.Pick.support(office.unit("MSI")));
            default -> picks();
        };
    }

    private List<Act.Pick> picks() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> List.of(Act.Pick.lead(office.unit(any(UNITS))), Act.Pick.support(office.unit(any(UNITS))));
            case 2 -> List.of(Act.Pick.person(office.person("S001")), Act.Pick.person(office.person("S002")));
            default -> List.of(Act.Pick.person(person()), Act.Pick.person(person()));
        };
    }

    private long person() {
        return office.person(any(PEOPLE));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
