package org.sanban.workflow;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.sanban.wire.Wire;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's rows in memory, with the rollback of a refused act: for many thousands of sequences in seconds. */
class MemoryRows extends Rows {

    private static final Set<String> MAIN_LINE = Set.of("START", "COMPLETE", "RETURN", "WITHDRAW", "JUMP", "VOID", "REOPEN", "FORWARD", "ADD_SIGNERS", "REMOVE_SIGNER", "HAND_DOWN");

    private static final JdbcTemplate NO_JDBC = Mockito.mock(JdbcTemplate.class);
    private static final EntityManager NO_ENTITIES = Mockito.mock(EntityManager.class);
    private static final Wire NO_WIRE = Mockito.mock(Wire.class);
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    List<Object> rows = new ArrayList<>();
    private long ids;

    /** How a row is made and what it keeps, looked up once. */
    private record Shape(Constructor<?> constructor, List<Field> fields) {

        static Shape of(Class<?> type) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                List<Field> fields = Stream.of(type.getDeclaredFields()).filter(f -> !Modifier.isStatic(f.getModifiers())).toList();
                fields.forEach(f -> f.setAccessible(true));
                return new Shape(constructor, fields);
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }
    }

    MemoryRows() {
        super(NO_JDBC, NO_ENTITIES, NO_WIRE);
    }

    /** A deep copy of everything, to come back to. */
    List<Object> remembered() {
        return rows.stream().map(MemoryRows::copy).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Object copy(Object row) {
        try {
            Shape shape = SHAPES.get(row.getClass());
            Object copy = shape.constructor().newInstance();
            for (Field field : shape.fields()) {
                Object value = field.get(row);
                field.set(copy, value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : value);
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
