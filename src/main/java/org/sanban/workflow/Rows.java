package org.sanban.workflow;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.wire.Wire;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The engine's rows, by plain SQL. The handling is locked first and its tasks are read after that, so that nobody decides on old
 * ones. What an act changes of them is found and sent when it ends ({@link AtHand}).
 */
@Component
class Rows {

    private static final Map<Class<?>, Table<?>> TABLES = Stream.of(Handling.TABLE, Task.TABLE, Movement.TABLE, ClockStop.TABLE, Extension.TABLE)
            .collect(Collectors.toMap(Table::type, Function.identity()));

    private static final String LOCK = "select 1 from handling where subject_kind = ? and subject_id = ? for update";
    private static final String TAKE = "select " + Handling.TABLE.columns("h.") + ", " + Task.TABLE.columns("t.") + """
            , m.id, m.actor_id
              from handling h left join task t on t.handling_id = h.id and t.state in ('OPEN', 'QUEUED')
              left join movement m on m.handling_id = h.id and hashtextextended(m.request_id, 0) = hashtextextended(?, 0) and m.request_id = ?
             where h.subject_kind = ? and h.subject_id = ?""";
    private static final String OF_SUBJECT = Handling.TABLE.select("where r.subject_kind = ? and r.subject_id = ?");
    private static final String LIVE = "r.handling_id = ? and r.state in ('OPEN', 'QUEUED')";
    private static final String MAIN = "r.handling_id = ? and r.kind = 'MAIN'";
    private static final String IN_PLACE = MAIN + " and (r.outcome is null or r.outcome not in ('FORWARDED', 'HANDED_OVER', 'REMOVED'))";

    /**
     * A locked handling with its live tasks.
     *
     * @param done the movement that the same request made before, or null
     * @param doneBy who made it
     */
    record Taken(Handling handling, List<Task> tasks, @Nullable Long done, @Nullable Long doneBy) {}

    private final JdbcTemplate jdbc;
    private final EntityManager entities;
    private final Wire wire;
    private final Map<Class<?>, Ids> ids;

    Rows(JdbcTemplate jdbc, EntityManager entities, Wire wire) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.wire = wire;
        this.ids = TABLES.keySet().stream().collect(Collectors.toMap(Function.identity(), type -> new Ids(() -> drawn(type))));
    }

    private long drawn(Class<?> type) {
        return Objects.requireNonNull(jdbc.queryForObject(Objects.requireNonNull(TABLES.get(type)).nextKeys(), Long.class));
    }

    /** The rows that a query of {@link Table#select} finds. */
    <T> List<T> read(Table<T> table, String query, Object... values) {
        AtHand hand = AtHand.now(wire);
        return jdbc.query(query, (row, n) -> hand.read(table, Objects.requireNonNull(table.read(row, 1))), values);
    }

    private <T> Optional<T> first(Table<T> table, String query, Object... values) {
        return read(table, query, values).stream().findFirst();
    }

    private <T> Optional<T> find(Table<T> table, long key) {
        return AtHand.now(wire).known(table, key).or(() -> first(table, table.select("where r.id = ?"), key));
    }

    Optional<Handling> lock(SubjectRef subject) {
        return first(Handling.TABLE, OF_SUBJECT + " for update", subject.kind(), subject.id());
    }

    Handling lock(long id) {
        return first(Handling.TABLE, Handling.TABLE.select("where r.id = ? for update"), id).orElseThrow();
    }

    /**
     * What an act begins with, in one round trip: the handling locked, and then, by a second statement that sees what the
     * one before us left, the handling, its live tasks and what the same request has done before. Kept so simple that the database
     * plans it once.
     */
    Optional<Taken> take(SubjectRef subject, String requestId) {
        wire.later(LOCK, subject.kind(), subject.id());
        AtHand hand = AtHand.now(wire);
        return jdbc.query(TAKE, rows -> rows.next() ? Optional.of(taken(rows, hand)) : Optional.<Taken>empty(), requestId, requestId, subject.kind(), subject.id());
    }

    private static Taken taken(ResultSet row, AtHand hand) throws SQLException {
        int tasksFrom = Handling.TABLE.width() + 1;
        int doneFrom = tasksFrom + Task.TABLE.width();
        Handling handling = hand.read(Handling.TABLE, Objects.requireNonNull(Handling.TABLE.read(row, 1)));
        Long done = row.getObject(doneFrom, Long.class);
        Long doneBy = row.getObject(doneFrom + 1, Long.class);
        List<Task> tasks = new ArrayList<>();
        do {
            @Nullable Object[] task = Task.TABLE.read(row, tasksFrom);
            if (task != null) {
                tasks.add(hand.read(Task.TABLE, task));
            }
        } while (row.next());
        // A dozen at most: sorted by the database they would first have to be made rows of all columns.
        tasks.sort(Comparator.comparingLong(Task::id));
        return new Taken(handling, tasks, done, doneBy);
    }

    Optional<Handling> handling(SubjectRef subject) {
        return first(Handling.TABLE, OF_SUBJECT, subject.kind(), subject.id());
    }

    List<Task> liveTasks(long handling) {
        return new ArrayList<>(read(Task.TABLE, Task.TABLE.select("where " + LIVE + " order by r.id"), handling));
    }

    Optional<Task> task(long id) {
        return find(Task.TABLE, id);
    }

    /** The main tasks of one visit to a step: of each place the latest. */
    List<Task> mainTasks(long handling, int visit) {
        return read(Task.TABLE, Task.TABLE.select("where " + IN_PLACE + " and r.visit = ? order by r.turn, r.id"), handling, visit);
    }

    /** The {@link #mainTasks} of the last visit to a step; none where it was never visited. */
    List<Task> lastMainTasks(long handling, String step) {
        return read(Task.TABLE, Task.TABLE.select("where " + IN_PLACE
                + " and r.visit = (select max(v.visit) from task v where v.handling_id = ? and v.step = ? and v.kind = 'MAIN') order by r.turn, r.id"), handling, handling, step);
    }

    @Nullable Integer lastVisit(long handling, String step) {
        return jdbc.queryForObject("select max(r.visit) from task r where " + MAIN + " and r.step = ?", Integer.class, handling, step);
    }

    /** Who finished a step last as its holder or lead, or null; those too who finish it in this act. */
    @Nullable Long finishedBy(long handling, String step) {
        AtHand.now(wire).send();
        return first(Task.TABLE, Task.TABLE.select("where " + MAIN + " and r.step = ? and r.part <> 'SUPPORT' and r.state = 'DONE' order by r.id desc limit 1"), handling, step)
                .map(t -> t.holderId).orElse(null);
    }

    boolean heldMain(long handling, Collection<Long> persons) {
        return !read(Task.TABLE, Task.TABLE.select("where " + MAIN + " and r.holder_id = any (?) limit 1"), handling, persons.toArray(Long[]::new)).isEmpty();
    }

    /** The last movement that changed the main line. */
    Optional<Movement> lastOnMainLine(long handling) {
        return first(Movement.TABLE, Movement.TABLE.select("where r.handling_id = ? and r.kind in ('START', 'COMPLETE', 'RETURN', 'WITHDRAW', 'JUMP', 'VOID', 'REOPEN',"
                + " 'FORWARD', 'ADD_SIGNERS', 'REMOVE_SIGNER', 'HAND_DOWN') order by r.seq desc limit 1"), handling);
    }

    Optional<Movement> byRequest(long handling, String requestId) {
        return first(Movement.TABLE, Movement.TABLE.select("where r.handling_id = ? and r.request_id = ?"), handling, requestId);
    }

    Optional<Movement> movement(long handling, long id) {
        return AtHand.now(wire).known(Movement.TABLE, id).filter(m -> m.handlingId == handling)
                .or(() -> first(Movement.TABLE, Movement.TABLE.select("where r.handling_id = ? and r.id = ?"), handling, id));
    }

    ClockStop openStop(long handling) {
        return first(ClockStop.TABLE, ClockStop.TABLE.select("where r.handling_id = ? and r.resumed_at is null"), handling).orElseThrow();
    }

    List<Extension> openExtension(long task) {
        return read(Extension.TABLE, Extension.TABLE.select("where r.of_task_id = ? and r.granted is null"), task);
    }

    Extension extension(long decision) {
        return first(Extension.TABLE, Extension.TABLE.select("where r.decision_task_id = ?"), decision).orElseThrow();
    }

    /** Live tasks held by a person, locked handling by handling in one order. */
    List<Long> handlingsHeldBy(long person) {
        return jdbc.queryForList("select distinct handling_id from task where holder_id = ? and state in ('OPEN', 'QUEUED') order by handling_id", Long.class, person);
    }

    /** The errands and extensions of a task that another one replaces go over to that. */
    void adopt(Task from, Task to, List<Task> tasks) {
        tasks.stream().filter(t -> t.live() && Objects.equals(t.parentId, from.id)).forEach(t -> t.parentId = to.id());
        if (tasks.stream().anyMatch(t -> t.live() && t.kind == Task.Kind.EXTENSION)) {
            openExtension(from.id()).forEach(e -> e.ofTaskId = to.id());
        }
        if (from.kind == Task.Kind.EXTENSION) {
            extension(from.id()).decisionTaskId = to.id();
        }
    }

    /** Keeps a row that was made; it has its key from now on. */
    @SuppressWarnings("unchecked")
    <T> T save(T row) {
        Table<T> table = (Table<T>) Objects.requireNonNull(TABLES.get(row.getClass()));
        if (table.key(row) == null) {
            table.identify(row, Objects.requireNonNull(ids.get(row.getClass())).next());
        }
        AtHand.now(wire).add(table, row);
        return row;
    }

    /** Whoever reads by SQL in the same transaction reads what is so, of these rows and of those of the modules above. */
    void flush() {
        AtHand.now(wire).send();
        entities.flush();
    }
}
