package org.sanban.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;

/** A handling with its live tasks as one person finds it, unlocked; asks what {@link Move} asks and changes nothing. */
record Scene(Handling handling, Procedure procedure, List<Task> tasks, Actor by, Instant at) {

    Step step() {
        return procedure.step(handling.step());
    }

    /** May the person act on this task? As {@link Move#mine}. */
    boolean mine(Task task) {
        if (!task.open()) {
            return false;
        }
        Long holder = task.holderId;
        return holder == null ? RoleTrays.hold(by, task) : holder == by.id() || by.actsFor().contains(holder) || mayEnterFor(task);
    }

    boolean mayEnterFor(Task task) {
        String right = task.main() ? procedure.step(task.step).proxy() : null;
        return right != null && by.may(right);
    }

    List<Task> below(Task parent) {
        return tasks.stream().filter(t -> Objects.equals(t.parentId, parent.id)).toList();
    }

    List<Task> main() {
        return tasks.stream().filter(Task::main).toList();
    }

    /** Does the person hold a main task, or act for one who does? */
    boolean holdsMain() {
        return main().stream().anyMatch(t -> t.holderId != null && by.trays().contains(t.holderId));
    }

    /** Would finishing this task take the handling on? */
    boolean last(Task task) {
        return task.part != Act.Part.SUPPORT && (step().mode() == Mode.ANY || handling.pending == 1);
    }

    @Nullable Task task(@Nullable Long id) {
        return tasks.stream().filter(t -> Objects.equals(t.id, id)).findFirst().orElse(null);
    }
}
