package org.sanban.workflow;

import java.util.List;
import java.util.Objects;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** What happens inside a step: passing on, handing down, signing with, urging, claiming. */
@Component
class Errands {

    private static final int REASON = Move.LONGEST_REASON;

    void forward(Move move, Act.Forward act) {
        Task task = move.mine(act.task());
        Directory.Entry to = move.holders.active(act.to());
        Refused.unless(!Objects.equals(task.holderId, to.id()), "workflow.refusal.to-oneself");
        refuseSecond(move, task, to);
        Movement note = move.note("FORWARD");
        note.taskId = task.id();
        note.reason = move.text(act.reason(), "reason", REASON);
        note.detail.put("to", to.name());
        move.replace(task, Place.of(to.id(), to.unit(), task.part), "FORWARDED");
    }

    /** One person holds one place in a step. */
    private static void refuseSecond(Move move, Task task, Directory.Entry to) {
        boolean second = task.main() && move.liveMain().stream().anyMatch(t -> Objects.equals(t.holderId, to.id()));
        Refused.unless(!second, "workflow.refusal.picked-twice", to.name());
    }

    void handDown(Move move, Act.HandDown act) {
        Task task = move.mine(act.task());
        Refused.unless(task.kind == Task.Kind.MAIN || task.kind == Task.Kind.ERRAND, "workflow.refusal.not-this-task");
        Directory.Entry to = move.holders.active(act.to());
        Refused.unless(!Objects.equals(task.holderId, to.id()), "workflow.refusal.to-oneself");
        Refused.unless(act.due() == null || act.due().isAfter(move.at), "workflow.refusal.due-past");
        Movement note = move.note("HAND_DOWN");
        note.taskId = task.id();
        note.opinion = move.text(act.instruction(), "instruction", Move.LONGEST_OPINION);
        note.opinionKind = Act.Opinion.Kind.WRITTEN;
        note.detail.put("to", to.name());
        below(move, task, Task.Kind.ERRAND, to, note.opinion, act.due() == null ? task.dueAt : act.due());
    }

    private static void below(Move move, Task parent, Task.Kind kind, Directory.Entry to, String text, java.time.@org.jspecify.annotations.Nullable Instant due) {
        Task errand = move.add(kind, Place.of(to.id(), to.unit(), Act.Part.HOLDER), 0, parent.step);
        errand.parentId = parent.id();
        errand.note = text;
        errand.dueAt = due;
        errand.clock = parent.clock;
        move.arrive(errand);
        move.clocks.beginWaiting(parent, move.at);
    }

    /** The report back, or the signature asked for. */
    void report(Move move, Task task, Act.Complete act) {
        Refused.unless(move.below(task).isEmpty(), "workflow.refusal.waits-for", move.holders.names(move.below(task)));
        String text = act.opinion() == null ? "" : act.opinion().text().strip();
        if (text.isEmpty()) {
            throw new Refused(Objection.of("workflow.refusal.report-missing").at("opinion"));
        }
        Movement note = move.note(task.kind == Task.Kind.ERRAND ? "REPORT" : "COMPLETE");
        note.taskId = task.id();
        note.opinion = Move.storable(text, "opinion", Move.LONGEST_OPINION);
        note.opinionKind = Act.Opinion.Kind.WRITTEN;
        move.finish(task, "REPORTED");
        wake(move, task);
    }

    /** The parent's waiting is over when nothing is left below it. */
    private static void wake(Move move, Task child) {
        move.tasks.stream().filter(t -> t.live() && Objects.equals(t.id, child.parentId)).findFirst().ifPresent(parent -> {
            if (move.below(parent).isEmpty() && !move.handling.stopped()) {
                move.clocks.endWaiting(parent, move.at);
                move.arrived.add(parent);
            }
        });
    }

    void recall(Move move, Act.Recall act) {
        Task task = move.live(act.task());
        if (task.kind == Task.Kind.READ) {
            Reading.recall(move, task, act);
            return;
        }
        Refused.unless(task.parentId != null, "workflow.refusal.not-this-task");
        move.mine(task.parentId);
        Movement note = move.note("RECALL");
        note.taskId = task.id();
        note.reason = act.reason() == null || act.reason().isBlank() ? null : move.text(act.reason(), "reason", REASON);
        note.detail.put("from", move.holders.name(task.holderId));
        move.drop(task, "RECALLED");
        wake(move, task);
    }

    void addSigners(Move move, Act.AddSigners act) {
        Task task = move.mine(act.task());
        Refused.unless(task.main(), "workflow.refusal.not-this-task");
        Refused.unless(!act.signers().isEmpty(), "workflow.refusal.pick-persons");
        Movement note = move.note("ADD_SIGNERS");
        note.taskId = task.id();
        note.reason = act.note() == null || act.note().isBlank() ? null : move.text(act.note(), "note", REASON);
        List<Directory.Entry> signers = act.signers().stream().distinct().map(move.holders::active).toList();
        note.detail.put("position", act.position().name());
        note.detail.put("to", String.join("、", signers.stream().map(Directory.Entry::name).toList()));
        for (Directory.Entry signer : signers) {
            Refused.unless(!Objects.equals(task.holderId, signer.id()), "workflow.refusal.to-oneself");
            add(move, task, signer, act);
        }
    }

    private static void add(Move move, Task task, Directory.Entry signer, Act.AddSigners act) {
        if (act.position() == Act.Position.BEFORE) {
            below(move, task, Task.Kind.SIGN_BEFORE, signer, act.note() == null ? "" : act.note(), task.dueAt);
            return;
        }
        refuseSecond(move, task, signer);
        Mode mode = move.step().mode();
        Refused.unless(mode != Mode.ANY, "workflow.refusal.any-needs-no-more");
        boolean support = mode == Mode.LEAD;
        Refused.unless(!support || act.position() == Act.Position.BESIDE, "workflow.refusal.lead-closes");
        boolean after = act.position() == Act.Position.AFTER;
        Task added = move.add(Task.Kind.MAIN, Place.of(signer.id(), signer.unit(), support ? Act.Part.SUPPORT : Act.Part.HOLDER), after ? task.turn + 1 : task.turn);
        added.note = act.note();
        if (after) {
            move.liveMain().stream().filter(t -> t != added && !t.open() && t.turn > task.turn).forEach(t -> t.turn++);
            move.rows.save(added);
        } else {
            move.arrive(added);
        }
        if (!support) {
            move.handling.pending++;
        }
    }

    void removeSigner(Move move, Act.RemoveSigner act) {
        Task task = move.live(act.task());
        boolean adder = task.assignedBy == move.by.id() || move.by.may(Roles.JUMP)
                || move.liveMain().stream().anyMatch(t -> t != task && t.counts() && Objects.equals(t.holderId, move.by.id()));
        Refused.unless(adder && task.main(), "workflow.refusal.not-allowed");
        Refused.unless(!task.counts() || move.handling.pending > 1, "workflow.refusal.last-signer");
        Movement note = move.note("REMOVE_SIGNER");
        note.taskId = task.id();
        note.reason = move.text(act.reason(), "reason", REASON);
        note.detail.put("from", move.holders.name(task.holderId));
        move.drop(task, "REMOVED");
        if (task.counts() && move.step().mode() != Mode.ANY) {
            move.handling.pending--;
        }
        Entering.nextTurn(move);
    }

    void urge(Move move, Act.Urge act) {
        Task task = move.live(act.task());
        boolean may = task.assignedBy == move.by.id() || move.by.may(Roles.URGE) || move.by.may(Roles.CIRCULATE)
                || move.by.headed().contains(task.unitId) || move.by.headed().contains(move.handling.ownerUnit)
                || move.handling.startedBy == move.by.id();
        Refused.unless(may, "workflow.refusal.not-allowed");
        Movement note = move.note("URGE");
        note.taskId = task.id();
        note.reason = move.text(act.text(), "text", REASON);
        note.detail.put("how", Move.storable(act.how(), "how", 40));
        note.detail.put("to", move.holders.names(List.of(task)));
        move.arrived.add(task);
    }

    void claim(Move move, Act.Claim act) {
        Task task = move.live(act.task());
        String holder = move.holders.name(task.holderId);
        Refused.unless(task.holderId == null, "workflow.refusal.taken", holder);
        move.mine(act.task());
        Movement note = move.note("CLAIM");
        note.taskId = task.id();
    }

    void release(Move move, Act.Release act) {
        Task task = move.mine(act.task());
        Refused.unless(task.role != null && move.below(task).isEmpty(), "workflow.refusal.not-from-a-tray");
        Movement note = move.note("RELEASE");
        note.taskId = task.id();
        task.holderId = null;
        task.openedAt = null;
    }
}
