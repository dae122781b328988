package org.sanban.workflow;

import java.util.List;
import java.util.Objects;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/** What may be done with a handling beside one's own tasks: by right, or by what one did before. */
@Component
class OtherOffers {

    private final Rows rows;
    private final CourseRows record;
    private final Holders holders;

    OtherOffers(Rows rows, CourseRows record, Holders holders) {
        this.rows = rows;
        this.record = record;
        this.holders = holders;
    }

    void of(Scene scene, List<Offer> into) {
        if (scene.handling().running()) {
            running(scene, into);
        } else if (scene.by().may(Roles.REOPEN) || rows.heldMain(scene.handling().id(), scene.by().trays())) {
            steps(scene, Doing.REOPENING, into);
        }
        for (Movement opinion : record.opinionsOf(scene.handling().id(), scene.by().id())) {
            into.add(Offer.of(Doing.CORRECTION).about(opinion.id(), opinion.opinion == null ? "" : opinion.opinion));
        }
    }

    private void running(Scene scene, List<Offer> into) {
        Actor by = scene.by();
        if (mayWithdraw(scene)) {
            into.add(Offer.of(Doing.WITHDRAWAL));
        }
        if (by.may(Roles.CIRCULATE) || scene.holdsMain()) {
            into.add(Offer.of(Doing.CIRCULATION));
        }
        scene.tasks().forEach(t -> task(scene, t, into));
        if (scene.handling().stopped()) {
            if (by.may(Roles.STOP_CLOCK) || scene.holdsMain()) {
                into.add(Offer.of(Doing.RESUMPTION));
            }
        } else if (by.may(Roles.STOP_CLOCK)) {
            into.add(Offer.of(Doing.STOP));
        }
        if (by.may(Roles.JUMP)) {
            steps(scene, Doing.JUMP, into);
        }
        if (by.may(Roles.VOID)) {
            into.add(Offer.of(Doing.VOIDING));
        }
    }

    private void task(Scene scene, Task task, List<Offer> into) {
        Actor by = scene.by();
        String who = task.holderId == null ? String.valueOf(task.role) : holders.name(task.holderId);
        boolean own = task.holderId != null && task.holderId == by.id();
        if (task.kind == Task.Kind.READ && (task.assignedBy == by.id() || by.may(Roles.CIRCULATE))) {
            into.add(Offer.to(Doing.SKIP, task, who));
            into.add(Offer.to(Doing.RECALL, task, who));
        }
        if (!own && task.main() && mayRemove(scene, task)) {
            into.add(Offer.to(Doing.REMOVAL, task, who));
        }
        if (!own && task.open() && mayUrge(scene, task)) {
            into.add(Offer.to(Doing.URGE, task, who));
        }
    }

    private static boolean mayRemove(Scene scene, Task task) {
        boolean adder = task.assignedBy == scene.by().id() || scene.by().may(Roles.JUMP)
                || scene.main().stream().anyMatch(t -> t != task && t.counts() && Objects.equals(t.holderId, scene.by().id()));
        return adder && (!task.counts() || scene.handling().pending > 1);
    }

    private static boolean mayUrge(Scene scene, Task task) {
        Actor by = scene.by();
        return task.assignedBy == by.id() || by.may(Roles.URGE) || by.may(Roles.CIRCULATE) || by.headed().contains(task.unitId)
                || by.headed().contains(scene.handling().ownerUnit) || scene.handling().startedBy == by.id();
    }

    /** As long as no next holder has opened it. */
    private boolean mayWithdraw(Scene scene) {
        Movement last = rows.lastOnMainLine(scene.handling().id()).orElse(null);
        boolean own = last != null && (last.actorId == scene.by().id() || Objects.equals(last.onBehalfOf, scene.by().id()));
        if (!own || last.taskId == null || !(last.kind.equals("COMPLETE") || last.kind.equals("RETURN"))) {
            return false;
        }
        boolean main = rows.task(last.taskId).map(Task::main).orElse(false);
        boolean moved = last.fromVisit != scene.handling().visit;
        return main && (!moved || rows.mainTasks(scene.handling().id(), scene.handling().visit).stream()
                .noneMatch(t -> t.openedAt != null || t.state == Task.State.DONE));
    }

    private static void steps(Scene scene, Doing doing, List<Offer> into) {
        scene.procedure().steps().stream().filter(s -> s.mode() != Mode.READ)
                .forEach(s -> into.add(Offer.of(doing).by(s.code(), s.name())));
    }
}
