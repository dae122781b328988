package org.sanban.workflow;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.wire.Wire;
import org.springframework.stereotype.Component;

/** The engine's rows. The handling is locked first and its tasks are read after that, so that nobody decides on old ones. */
@Component
class Rows {

    private static final String TAKE = """
            select {h.*}, {t.*}, h.version as edition, %s as seen,
                   (select m.id from movement m where m.handling_id = h.id and m.request_id = :request) as done
              from handling h left join task t on t.handling_id = h.id and t.state in ('OPEN', 'QUEUED')
             where h.subject_kind = :kind and h.subject_id = :subject order by t.id""";

    /**
     * A locked handling with its live tasks.
     *
     * @param seen the actor may see it
     * @param done the movement that the same request made before, or null
     */
    record Taken(Handling handling, List<Task> tasks, boolean seen, @Nullable Long done) {}

    private final EntityManager entities;
    private final Wire wire;
    private final Sight sight;

    Rows(EntityManager entities, Wire wire, Sight sight) {
        this.entities = entities;
        this.wire = wire;
        this.sight = sight;
    }

    Optional<Handling> lock(SubjectRef subject) {
        return entities.createQuery("select h from Handling h where h.subjectKind = :kind and h.subjectId = :id", Handling.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    /**
     * What an act begins with, in one round trip: the handling locked, and then, by a second statement that sees what the
     * one before us left, the handling, its live tasks, whether the actor sees it and what the same request has done before.
     */
    Optional<Taken> take(SubjectRef subject, Actor by, String requestId) {
        wire.later("select 1 from handling where subject_kind = ? and subject_id = ? for update", subject.kind(), subject.id());
        List<Object[]> found = entities.createNativeQuery(TAKE.formatted(sight.of("h", by)), Object[].class)
                .unwrap(NativeQuery.class)
                .addEntity("h", Handling.class)
                .addEntity("t", Task.class)
                .addScalar("edition", Integer.class)
                .addScalar("seen", Boolean.class)
                .addScalar("done", Long.class)
                .setParameter("kind", subject.kind())
                .setParameter("subject", subject.id())
                .setParameter("request", requestId)
                .setProperties(sight.params(by))
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] first = found.getFirst();
        Handling handling = (Handling) first[0];
        List<Task> tasks = found.stream().map(row -> (Task) row[1]).filter(Objects::nonNull).collect(Collectors.toCollection(ArrayList::new));
        if (handling.version != (Integer) first[2]) {
            entities.refresh(handling);
            tasks.forEach(entities::refresh);
        }
        return Optional.of(new Taken(handling, tasks, (Boolean) first[3], (Long) first[4]));
    }

    Optional<Handling> handling(SubjectRef subject) {
        return entities.createQuery("select h from Handling h where h.subjectKind = :kind and h.subjectId = :id", Handling.class)
                .setParameter("kind", subject.kind())
                .setParameter("id", subject.id())
                .getResultStream().findFirst();
    }

    List<Task> liveTasks(long handling) {
        return new ArrayList<>(entities.createQuery(
                        "select t from Task t where t.handlingId = :id and t.state in (org.sanban.workflow.Task.State.OPEN, org.sanban.workflow.Task.State.QUEUED) order by t.id", Task.class)
                .setParameter("id", handling)
                .getResultList());
    }

    Optional<Task> task(long id) {
        return Optional.ofNullable(entities.find(Task.class, id));
    }

    /** The main tasks of one visit to a step: of each place the latest. Asked before the act changes them, so nothing is flushed for it. */
    List<Task> mainTasks(long handling, int visit) {
        return entities.createQuery("select t from Task t where t.handlingId = :id and t.visit = :visit and t.kind = org.sanban.workflow.Task.Kind.MAIN and (t.outcome is null or t.outcome not in ('FORWARDED', 'HANDED_OVER', 'REMOVED')) order by t.turn, t.id", Task.class)
                .setParameter("id", handling)
                .setParameter("visit", visit)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    /** The {@link #mainTasks} of the last visit to a step; none where it was never visited. */
    List<Task> lastMainTasks(long handling, String step) {
        return entities.createQuery("select t from Task t where t.handlingId = :id and t.kind = org.sanban.workflow.Task.Kind.MAIN and (t.outcome is null or t.outcome not in ('FORWARDED', 'HANDED_OVER', 'REMOVED')) and t.visit = (select max(v.visit) from Task v where v.handlingId = :id and v.step = :step and v.kind = org.sanban.workflow.Task.Kind.MAIN) order by t.turn, t.id", Task.class)
                .setParameter("id", handling)
                .setParameter("step", step)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    /** As {@link #mainTasks}: nothing is flushed for it. */
    @Nullable Integer lastVisit(long handling, String step) {
        return entities.createQuery("select max(t.visit) from Task t where t.handlingId = :id and t.step = :step and t.kind = org.sanban.workflow.Task.Kind.MAIN", Integer.class)
                .setParameter("id", handling)
                .setParameter("step", step)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
    }

    /** Who finished a step last as its holder or lead, or null. */
    @Nullable Long finishedBy(long handling, String step) {
        return entities.createQuery("select t.holderId from Task t where t.handlingId = :id and t.step = :step and t.kind = org.sanban.workflow.Task.Kind.MAIN and t.part <> org.sanban.workflow.Act.Part.SUPPORT and t.state = org.sanban.workflow.Task.State.DONE order by t.id desc", Long.class)
                .setParameter("id", handling)
                .setParameter("step", step)
                .setMaxResults(1)
                .getResultStream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    boolean heldMain(long handling, Collection<Long> persons) {
        return !entities.createQuery("select t.id from Task t where t.handlingId = :id and t.kind = org.sanban.workflow.Task.Kind.MAIN and t.holderId in :persons", Long.class)
                .setParameter("id", handling)
                .setParameter("persons", persons)
                .setMaxResults(1)
                .getResultList().isEmpty();
    }

    /** The last movement that changed the main line. */
    Optional<Movement> lastOnMainLine(long handling) {
        return entities.createQuery("select m from Movement m where m.handlingId = :id and m.kind in ('START', 'COMPLETE', 'RETURN', 'WITHDRAW', 'JUMP', 'VOID', 'REOPEN', 'FORWARD', 'ADD_SIGNERS', 'REMOVE_SIGNER', 'HAND_DOWN') order by m.seq desc", Movement.class)
                .setParameter("id", handling)
                .setMaxResults(1)
                .getResultStream().findFirst();
    }

    Optional<Movement> byRequest(long handling, String requestId) {
        return entities.createQuery("select m from Movement m where m.handlingId = :id and m.requestId = :request", Movement.class)
                .setParameter("id", handling)
                .setParameter("request", requestId)
                .getResultStream().findFirst();
    }

    Optional<Movement> movement(long handling, long id) {
        return Optional.ofNullable(entities.find(Movement.class, id)).filter(m -> m.handlingId == handling);
    }

    ClockStop openStop(long handling) {
        return entities.createQuery("select s from ClockStop s where s.handlingId = :id and s.resumedAt is null", ClockStop.class)
                .setParameter("id", handling)
                .getSingleResult();
    }

    List<Extension> openExtension(long task) {
        return entities.createQuery("select e from Extension e where e.ofTaskId = :task and e.granted is null", Extension.class)
                .setParameter("task", task)
                .getResultList();
    }

    Extension extension(long decision) {
        return entities.createQuery("select e from Extension e where e.decisionTaskId = :task", Extension.class)
                .setParameter("task", decision)
                .getSingleResult();
    }

    /** Live tasks held by a person, locked handling by handling in one order. */
    List<Long> handlingsHeldBy(long person) {
        return entities.createQuery("select distinct t.handlingId from Task t where t.holderId = :person and t.state in (org.sanban.workflow.Task.State.OPEN, org.sanban.workflow.Task.State.QUEUED) order by t.handlingId", Long.class)
                .setParameter("person", person)
                .getResultList();
    }

    Handling lock(long id) {
        return entities.find(Handling.class, id, LockModeType.PESSIMISTIC_WRITE);
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

    <T> T save(T row) {
        entities.persist(row);
        return row;
    }

    void flush() {
        entities.flush();
    }
}
