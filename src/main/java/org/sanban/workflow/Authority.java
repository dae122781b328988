package org.sanban.workflow;

import java.util.List;
import java.util.Set;
import org.sanban.pages.Refused;
import org.springframework.stereotype.Component;

/** Moved by right, past the way of the procedure: jumping (跳转), voiding (作废), taking up again (重新办理). */
@Component
class Authority {

    void jump(Move move, Act.Jump act) {
        Refused.unless(move.by.may(Roles.JUMP), "workflow.refusal.not-allowed");
        String reason = move.text(act.reason(), "reason", Move.LONGEST_REASON);
        Refused.unless(move.procedure.has(act.to()), "workflow.refusal.not-to-there");
        Movement note = move.note("JUMP");
        note.reason = reason;
        move.liveMain().forEach(t -> move.drop(t, "JUMPED"));
        place(move, act.to(), act.picks());
    }

    void voidIt(Move move, Act.Void act) {
        Refused.unless(move.by.may(Roles.VOID), "workflow.refusal.not-allowed");
        Movement note = move.note("VOID");
        note.reason = move.text(act.reason(), "reason", Move.LONGEST_REASON);
        Entering.end(move, Handling.State.VOIDED, "VOIDED");
    }

    void reopen(Move move, Act.Reopen act) {
        Refused.unless(!move.handling.running(), "workflow.refusal.still-running");
        boolean held = move.rows.heldMain(move.handling.id(), move.by.trays());
        Refused.unless(move.by.may(Roles.REOPEN) || held, "workflow.refusal.not-allowed");
        Refused.unless(move.procedure.has(act.to()), "workflow.refusal.not-to-there");
        Movement note = move.note("REOPEN");
        note.reason = move.text(act.reason(), "reason", Move.LONGEST_REASON);
        move.handling.round++;
        place(move, act.to(), act.picks());
    }

    /** At those picked, else at those who held the step last, else by the procedure's rule. */
    private void place(Move move, String to, List<Act.Pick> picks) {
        move.handling.resumeStep = null;
        move.handling.resumeVisit = null;
        Integer visit = picks.isEmpty() ? move.rows.lastVisit(move.handling.id(), to) : null;
        if (visit != null) {
            Entering.again(move, move.procedure.step(to), move.rows.mainTasks(move.handling.id(), visit), Set.of());
        } else {
            Entering.enter(move, to, picks);
        }
    }
}
