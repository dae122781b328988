package org.sanban.workflow;

import java.time.Instant;
import java.util.Objects;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.stereotype.Component;

/** The clock's own acts: legal stops (停表) and extensions (延期). No silent pauses. */
@Component
class Stops {

    void suspend(Move move, Act.Suspend act) {
        Refused.unless(move.by.may(Roles.STOP_CLOCK), "workflow.refusal.not-allowed");
        Refused.unless(!move.handling.stopped(), "workflow.refusal.stopped");
        Movement note = move.note("SUSPEND");
        note.reason = move.text(act.note(), "note", Move.LONGEST_REASON);
        note.detail.put("stop", act.reason().name());
        move.handling.stopReason = act.reason();
        move.handling.stoppedAt = move.at;
        move.rows.save(new ClockStop(move.handling.id(), act.reason(), note.reason, move.by.id(), move.at));
        move.tasks.stream().filter(Stops::stands).forEach(t -> move.clocks.beginWaiting(t, move.at));
    }

    private static boolean stands(Task task) {
        return task.open() && (task.main() || task.parentId != null);
    }

    void resume(Move move, Act.Resume act) {
        Refused.unless(move.handling.stopped(), "workflow.refusal.not-stopped");
        boolean holder = move.liveMain().stream().anyMatch(t -> t.holderId != null && move.by.trays().contains(t.holderId));
        Refused.unless(holder || move.by.may(Roles.STOP_CLOCK), "workflow.refusal.not-allowed");
        Movement note = move.note("RESUME");
        note.reason = act.note() == null || act.note().isBlank() ? null : move.text(act.note(), "note", Move.LONGEST_REASON);
        Instant since = Objects.requireNonNull(move.handling.stoppedAt);
        move.handling.stopReason = null;
        move.handling.stoppedAt = null;
        move.rows.openStop(move.handling.id()).resume(move.by.id(), move.at);
        for (Task task : move.tasks.stream().filter(Stops::stands).toList()) {
            move.clocks.moveBy(task, since, move.at);
            if (move.below(task).isEmpty()) {
                move.clocks.endWaiting(task, move.at);
            }
        }
    }

    void extend(Move move, Act.Extend act) {
        Task task = move.mine(act.task());
        Refused.unless(task.main() || task.kind == Task.Kind.ERRAND, "workflow.refusal.not-this-task");
        Instant due = task.dueAt;
        Refused.unless(due != null, "workflow.refusal.no-limit");
        Refused.unless(due.isAfter(move.at), "workflow.refusal.too-late-to-extend");
        if (!act.due().isAfter(due)) {
            throw new Refused(Objection.of("workflow.refusal.extends-not").at("due"));
        }
        Refused.unless(move.rows.openExtension(task.id()).isEmpty(), "workflow.refusal.extension-open");
        Movement note = move.note("EXTEND");
        note.taskId = task.id();
        note.reason = move.text(act.reason(), "reason", Move.LONGEST_REASON);
        note.detail.put("due", act.due().toString());
        Task decision = move.add(Task.Kind.EXTENSION, move.holders.decider(Objects.requireNonNull(task.holderId), task.unitId), 0, task.step);
        decision.note = note.reason;
        decision.parentId = null;
        move.arrive(decision);
        move.rows.save(new Extension(decision.id(), task.id(), act.due(), note.reason, move.by.id(), move.at));
    }

    void decide(Move move, Act.Decide act) {
        Task decision = move.mine(act.task());
        Refused.unless(decision.kind == Task.Kind.EXTENSION, "workflow.refusal.not-this-task");
        Extension extension = move.rows.extension(decision.id());
        Refused.unless(extension.askedBy != move.by.id(), "workflow.refusal.own-extension");
        Movement note = move.note("DECIDE");
        note.taskId = decision.id();
        note.reason = act.granted()
                ? act.note() == null || act.note().isBlank() ? null : move.text(act.note(), "note", Move.LONGEST_REASON)
                : move.text(act.note(), "note", Move.LONGEST_REASON);
        note.detail.put("granted", act.granted());
        note.detail.put("due", extension.askedDue.toString());
        extension.decide(act.granted(), note.reason, move.by.id(), move.at);
        move.finish(decision, act.granted() ? "GRANTED" : "REFUSED");
        move.tasks.stream().filter(t -> t.live() && t.id() == extension.ofTaskId).findFirst().ifPresent(task -> {
            if (act.granted()) {
                task.dueAt = extension.askedDue;
                move.clocks.planNudges(task, move.procedure, move.handling.urgency.lane(), move.at);
            }
            move.arrived.add(task);
        });
    }
}
