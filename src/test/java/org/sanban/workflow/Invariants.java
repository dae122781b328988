package org.sanban.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sanban.people.Directory;

/** What must hold of a handling after every act, written down a second time, without the engine's own words for it. */
class Invariants {

    private final Directory directory;
    private final Procedure procedure;

    Invariants(Directory directory, Procedure procedure) {
        this.directory = directory;
        this.procedure = procedure;
    }

    /** Everything that is broken, in words; empty when all is well. */
    List<String> brokenIn(Handling h, List<Task> tasks, List<Movement> movements) {
        List<String> broken = new ArrayList<>();
        List<Task> live = tasks.stream().filter(t -> t.doneAt == null).toList();
        if (h.state == Handling.State.RUNNING) {
            running(h, live.stream().filter(t -> t.kind == Task.Kind.MAIN).toList(), broken);
        } else if (live.stream().anyMatch(t -> t.kind != Task.Kind.OVERRIDE)) {
            broken.add("a closed handling has live tasks " + words(live));
        }
        for (Task task : live) {
            inTray(task, live, broken);
        }
        queued(live, Task.Kind.READ, broken);
        replay(h, movements, broken);
        return broken;
    }

    private void running(Handling h, List<Task> main, List<String> broken) {
        boolean any = procedure.step(Objects.requireNonNull(h.step)).mode() == Mode.ANY;
        List<Task> counted = main.stream().filter(t -> t.part != Act.Part.SUPPORT).toList();
        if (counted.stream().noneMatch(t -> t.state == Task.State.OPEN)) {
            broken.add("in nobody's tray: " + words(main));
        }
        if (any ? h.pending != 1 : h.pending != counted.size()) {
            broken.add("pending " + h.pending + " but waits for " + words(counted));
        }
        main.stream().filter(t -> !t.step.equals(h.step) || t.visit != h.visit)
                .forEach(t -> broken.add("a main task of another step or visit is live: " + words(List.of(t))));
        queued(main, Task.Kind.MAIN, broken);
        List<Long> holders = counted.stream().map(t -> t.holderId).filter(Objects::nonNull).toList();
        if (holders.stream().distinct().count() < holders.size()) {
            broken.add("one person holds two places of a step: " + words(counted));
        }
    }

    private void inTray(Task task, List<Task> live, List<String> broken) {
        boolean alive = task.holderId == null
                ? !directory.holding(String.valueOf(task.role), task.unitId).isEmpty()
                : directory.person(task.holderId).orElseThrow().active();
        if (!alive) {
            broken.add("in a dead tray: " + words(List.of(task)));
        }
        if (task.parentId != null && live.stream().noneMatch(t -> Objects.equals(t.id, task.parentId) && t.waitingSince != null)) {
            broken.add("an errand whose parent does not wait for it: " + words(List.of(task)));
        }
        if (task.state == Task.State.OPEN && task.arrivedAt == null) {
            broken.add("open but never arrived: " + words(List.of(task)));
        }
    }

    private static void queued(List<Task> live, Task.Kind kind, List<String> broken) {
        List<Task> of = live.stream().filter(t -> t.kind == kind).toList();
        if (!of.isEmpty() && of.stream().noneMatch(t -> t.state == Task.State.OPEN)) {
            broken.add("queued behind nobody: " + words(of));
        }
    }

    /** The movements alone tell where the handling stands. */
    private static void replay(Handling h, List<Movement> movements, List<String> broken) {
        String step = null;
        Handling.State state = Handling.State.RUNNING;
        int seq = 0;
        for (Movement m : movements) {
            seq++;
            if (m.seq != seq) {
                broken.add("movement " + seq + " is missing");
            }
            if (!Objects.equals(step, m.fromStep)) {
                broken.add(m.kind + " starts from " + m.fromStep + " but it stood at " + step);
            }
            step = m.toStep;
            if (step != null) {
                boolean ends = step.equals(Procedure.END);
                state = !ends ? Handling.State.RUNNING : m.kind.equals("VOID") ? Handling.State.VOIDED : Handling.State.CLOSED;
                step = ends ? null : step;
            }
        }
        if (!Objects.equals(step, h.step) || state != h.state || seq != h.movementCount) {
            broken.add("replayed: " + step + " " + state + " " + seq + ", stored: " + h.step + " " + h.state + " " + h.movementCount);
        }
    }

    private static String words(List<Task> tasks) {
        return tasks.stream().map(t -> t.id + " " + t.kind + " " + t.state + " " + t.step + "/" + t.visit + " holder " + t.holderId + " parent " + t.parentId).toList().toString();
    }
}
