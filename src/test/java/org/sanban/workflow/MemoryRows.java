package org.sanban.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;

/** The engine's rows in memory, with the rollback of a refused act: for many thousands of sequences in seconds. */
class MemoryRows extends Rows {

    private static final Set<String> MAIN_LINE = Set.of("START", "COMPLETE", "RETURN", "WITHDRAW", "JUMP", "VOID", "REOPEN", "FORWARD", "ADD_SIGNERS", "REMOVE_SIGNER", "HAND_DOWN");

    List<Object> rows = new ArrayList<>();
    private long ids;

    MemoryRows() {
        super(Mockito.mock(jakarta.persistence.EntityManager.class), Mockito.mock(org.sanban.wire.Wire.class), Mockito.mock(Sight.class));
    }

    /** A deep copy of everything, to come back to. */
    List<Object> remembered() {
        return rows.stream().map(MemoryRows::copy).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Object copy(Object row) {
        try {
            var constructor = row.getClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            Object copy = constructor.newInstance();
            for (var field : row.getClass().getDeclaredFields()) {
                field.setAccessible(true);
                if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                    Object value = field.get(row);
                    field.set(copy, value instanceof Map<?, ?> map ? new java.util.LinkedHashMap<>(map) : value);
                }
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private <T> List<T> all(Class<T> type) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Handling handling() {
        return all(Handling.class).getFirst();
    }

    List<Task> tasks() {
        return all(Task.class);
    }

    List<Movement> movements() {
        return all(Movement.class).stream().sorted(Comparator.comparingInt(m -> m.seq)).toList();
    }

    @Override
    List<Task> liveTasks(long handling) {
        return tasks().stream().filter(Task::live).sorted(Comparator.comparing(Task::id)).collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    Optional<Task> task(long id) {
        return tasks().stream().filter(t -> t.id() == id).findFirst();
    }

    @Override
    List<Task> mainTasks(long handling, int visit) {
        return tasks().stream().filter(t -> t.visit == visit && t.main()
                        && (t.outcome == null || !Set.of("FORWARDED", "HANDED_OVER", "REMOVED").contains(t.outcome)))
                .sorted(Comparator.<Task>comparingInt(t -> t.turn).thenComparing(Task::id)).toList();
    }

    @Override
    List<Task> lastMainTasks(long handling, String step) {
        Integer visit = lastVisit(handling, step);
        return visit == null ? List.of() : mainTasks(handling, visit);
    }

    @Override
    @Nullable Integer lastVisit(long handling, String step) {
        return tasks().stream().filter(t -> t.main() && t.step.equals(step)).map(t -> t.visit).max(Integer::compare).orElse(null);
    }

    @Override
    @Nullable Long finishedBy(long handling, String step) {
        return tasks().stream().filter(t -> t.counts() && t.step.equals(step) && t.state == Task.State.DONE)
                .max(Comparator.comparing(Task::id)).map(t -> t.holderId).orElse(null);
    }

    @Override
    boolean heldMain(long handling, Collection<Long> persons) {
        return tasks().stream().anyMatch(t -> t.main() && t.holderId != null && persons.contains(t.holderId));
    }

    @Override
    Optional<Movement> lastOnMainLine(long handling) {
        return movements().stream().filter(m -> MAIN_LINE.contains(m.kind)).reduce((a, b) -> b);
    }

    @Override
    Optional<Movement> movement(long handling, long id) {
        return movements().stream().filter(m -> m.id() == id).findFirst();
    }

    long openStops() {
        return all(ClockStop.class).stream().filter(s -> s.resumedAt == null).count();
    }

    @Override
    ClockStop openStop(long handling) {
        return all(ClockStop.class).stream().filter(s -> s.resumedAt == null).findFirst().orElseThrow();
    }

    @Override
    List<Extension> openExtension(long task) {
        return all(Extension.class).stream().filter(e -> e.ofTaskId == task && e.granted == null).toList();
    }

    @Override
    Extension extension(long decision) {
        return all(Extension.class).stream().filter(e -> e.decisionTaskId == decision).findFirst().orElseThrow();
    }

    @Override
    <T> T save(T row) {
        switch (row) {
            case Handling h -> h.id = Objects.requireNonNullElseGet(h.id, () -> ++ids);
            case Task t -> t.id = Objects.requireNonNullElseGet(t.id, () -> ++ids);
            case Movement m -> m.id = Objects.requireNonNullElseGet(m.id, () -> ++ids);
            case ClockStop s -> s.id = Objects.requireNonNullElseGet(s.id, () -> ++ids);
            default -> { }
        }
        if (rows.stream().noneMatch(r -> r == row)) {
            rows.add(row);
        }
        return row;
    }

    @Override
    void flush() {
        // memory is never behind
    }
}
