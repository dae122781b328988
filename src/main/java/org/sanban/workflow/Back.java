package org.sanban.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.stereotype.Component;

/** Going back: sent back by the holder (退回), or taken back by who sent it on (撤回). */
@Component
class Back {

    void sendBack(Move move, Act.Return act) {
        Task task = move.mine(act.task());
        Refused.unless(task.main() && task.counts(), "workflow.refusal.only-holder-returns");
        Refused.unless(!move.handling.stopped(), "workflow.refusal.stopped");
        Step step = move.step();
        if (!step.returnsTo().contains(act.to())) {
            throw new Refused(Objection.of("workflow.refusal.not-to-there").at("to"));
        }
        List<Task> before = move.rows.lastMainTasks(move.handling.id(), act.to());
        Refused.unless(!before.isEmpty(), "workflow.refusal.never-been-there");
        String reason = move.text(act.reason(), "reason", Move.LONGEST_REASON);
        Set<Long> chosen = act.holders().stream().collect(Collectors.toSet());
        Set<Long> held = before.stream().map(t -> t.holderId).collect(Collectors.toSet());
        Refused.unless(held.containsAll(chosen), "workflow.refusal.did-not-hold");

        Movement note = move.note("RETURN");
        note.taskId = task.id();
        note.reason = reason;
        int from = move.handling.visit;
        move.below(task).forEach(errand -> move.drop(errand, "RETURNED"));
        move.finish(task, "RETURNED");
        move.liveMain().forEach(t -> move.drop(t, "RETURNED"));
        move.handling.round++;
        move.handling.resumeStep = act.resume() ? step.code() : null;
        move.handling.resumeVisit = act.resume() ? from : null;
        Entering.again(move, move.procedure.step(act.to()), before, chosen);
    }

    void withdraw(Move move, Act.Withdraw act) {
        Movement last = move.rows.lastOnMainLine(move.handling.id()).orElseThrow(() -> new Refused(Objection.of("workflow.refusal.nothing-to-withdraw")));
        boolean own = last.actorId == move.by.id() || Objects.equals(last.onBehalfOf, move.by.id());
        boolean kind = last.kind.equals("COMPLETE") || last.kind.equals("RETURN");
        Refused.unless(own && kind && last.taskId != null, "workflow.refusal.nothing-to-withdraw");
        Task mine = move.rows.task(last.taskId).orElseThrow();
        Refused.unless(mine.main(), "workflow.refusal.nothing-to-withdraw");
        boolean moved = last.fromVisit != move.handling.visit;
        if (moved) {
            Optional<Task> opened = move.rows.mainTasks(move.handling.id(), move.handling.visit).stream()
                    .filter(t -> t.openedAt != null || t.state == Task.State.DONE).findFirst();
            opened.ifPresent(t -> {
                throw new Refused(Objection.of("workflow.refusal.opened-already", move.holders.name(t.holderId)));
            });
        }
        Movement note = move.note("WITHDRAW");
        note.reason = act.reason() == null || act.reason().isBlank() ? null : move.text(act.reason(), "reason", Move.LONGEST_REASON);
        if (moved) {
            move.liveMain().forEach(t -> move.drop(t, "WITHDRAWN"));
            move.handling.step = last.fromStep;
            move.handling.visit = last.fromVisit;
            move.handling.round = last.round;
            move.handling.pending = 0;
            move.handling.resumeStep = null;
            move.handling.resumeVisit = null;
        }
        if (mine.counts()) {
            move.handling.pending++;
        }
        Task again = move.add(Task.Kind.MAIN, mine.place(), mine.turn);
        again.dueAt = mine.dueAt;
        again.clock = mine.clock;
        again.assignedBy = mine.assignedBy;
        again.openedAt = move.at;
        move.arrive(again);
    }
}
