package org.sanban.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;

/**
 * One act under way: the locked handling, its live tasks, who acts and when; and what the act leads to. Lives for one
 * transaction. The act handlers ({@link Onward}, {@link Back}, {@link Authority}, {@link Errands}, {@link Reading}, {@link Stops}) work on it.
 */
class Move {

    static final int LONGEST_OPINION = 4000;
    static final int LONGEST_REASON = 1000;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    final Handling handling;
    final Procedure procedure;
    final List<Task> tasks;
    final Actor by;
    final Instant at;
    final String requestId;
    final Rows rows;
    final Clocks clocks;
    final Holders holders;
    private final ZoneId zone;

    final List<Task> arrived = new ArrayList<>();
    @Nullable Movement movement;
    @Nullable Long onBehalfOf;

    Move(
            Handling handling,
            Procedure procedure,
            List<Task> tasks,
            Actor by,
            Instant at,
            String requestId,
            Rows rows,
            Clocks clocks,
            Holders holders,
            ZoneId zone) {
        this.handling = handling;
        this.procedure = procedure;
        this.tasks = tasks;
        this.by = by;
        this.at = at;
        this.requestId = requestId;
        this.rows = rows;
        this.clocks = clocks;
        this.holders = holders;
        this.zone = zone;
    }

    Step step() {
        return procedure.step(handling.step());
    }

    void mustRun() {
        Refused.unless(handling.running(), "workflow.refusal.not-running");
    }

    /** Writes the movement; made before the handling changes, so that it knows where it came from. */
    Movement note(String kind) {
        Movement note = new Movement(handling, kind, by.id(), at, requestId);
        note.onBehalfOf = onBehalfOf;
        movement = note;
        return note;
    }

    /** A live task, or the reason why it is no longer one: who did it and when. */
    Task live(long id) {
        return tasks.stream().filter(t -> t.id() == id && t.live()).findFirst().orElseThrow(() -> gone(id));
    }

    private RuntimeException gone(long id) {
        Task task = rows.task(id).filter(t -> t.handlingId == handling.id()).orElseThrow(NotFound::new);
        String who = task.doneBy == null || task.doneBy == 0 ? holders.name(task.holderId) : holders.name(task.doneBy);
        String when = task.doneAt == null ? "" : WHEN.format(task.doneAt.atZone(zone));
        return new Refused(Objection.of("workflow.refusal.already-done", who, when));
    }

    /**
     * An open task that the actor may act on: the own one, that of somebody who delegated today, that of a leader for whom
     * the actor may enter what was said, or one in the tray of a role held, which is claimed by acting.
     */
    Task mine(long id) {
        Task task = live(id);
        Refused.unless(task.open(), "workflow.refusal.not-your-turn");
        if (task.holderId == null) {
            Refused.unless(RoleTrays.hold(by, task), "workflow.refusal.not-yours", String.valueOf(task.role));
            task.holderId = by.id();
        } else if (task.holderId != by.id()) {
            Refused.unless(by.actsFor().contains(task.holderId) || mayEnterFor(task), "workflow.refusal.not-yours", holders.name(task.holderId));
            onBehalfOf = task.holderId;
        }
        return task;
    }

    boolean mayEnterFor(Task task) {
        String right = task.main() ? procedure.step(task.step).proxy() : null;
        return right != null && by.may(right);
    }

    /** Live tasks that wait below {@code parent}. */
    List<Task> below(Task parent) {
        return tasks.stream().filter(t -> t.live() && Objects.equals(t.parentId, parent.id)).toList();
    }

    List<Task> liveMain() {
        return tasks.stream().filter(t -> t.main() && t.live()).toList();
    }

    Task add(Task.Kind kind, Place place, int turn) {
        return add(kind, place, turn, handling.step());
    }

    Task add(Task.Kind kind, Place place, int turn, String step) {
        holders.refuseUncleared(place.holder(), handling.confidentiality);
        Task task = new Task(handling, kind, step, place, turn, by.id());
        tasks.add(task);
        return task;
    }

    /** Lays a task into its tray. */
    void arrive(Task task) {
        clocks.arrive(task, procedure, handling, at);
        arrived.add(task);
        rows.save(task);
    }

    void finish(Task task, String outcome) {
        clocks.end(task, Task.State.DONE, outcome, by.id(), at);
    }

    /** Takes a task out of its tray unfinished, with everything below it. */
    void drop(Task task, String outcome) {
        below(task).forEach(child -> drop(child, outcome));
        clocks.end(task, Task.State.DROPPED, outcome, by.id(), at);
    }

    /** Puts {@code place} where {@code task} was: same due date, same turn, the errands below it go over. */
    Task replace(Task task, Place place, String outcome) {
        Task next = add(task.kind, place, task.turn);
        next.step = task.step;
        next.visit = task.visit;
        next.round = task.round;
        next.parentId = task.parentId;
        next.dueAt = task.dueAt;
        next.clock = task.clock;
        next.note = task.note;
        next.assignedBy = task.assignedBy;
        if (task.open()) {
            next.waitingSince = task.waitingSince == null ? null : at;
            arrive(next);
        } else {
            rows.save(next);
        }
        rows.adopt(task, next, tasks);
        clocks.end(task, Task.State.DROPPED, outcome, by.id(), at);
        return next;
    }

    /** What is written must be there, and storable. */
    String text(@Nullable String text, String field, int longest) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty()) {
            throw new Refused(Objection.of("workflow.refusal.reason-missing").at(field));
        }
        return storable(stripped, field, longest);
    }

    static String storable(String text, String field, int longest) {
        if (text.length() > longest) {
            throw new Refused(Objection.of("workflow.refusal.too-long", text.length(), longest).at(field));
        }
        boolean clean = text.codePoints().allMatch(c -> c >= 0xE000 || c < 0xD800) && text.chars().noneMatch(c -> c < 0x20 && c != '\n' && c != '\t' && c != '\r');
        if (!clean) {
            throw new Refused(Objection.of("workflow.refusal.characters").at(field));
        }
        return text;
    }
}
