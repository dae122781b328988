package org.sanban.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.spi.Attempt;
import org.springframework.stereotype.Component;

/** Finishing a step and going on (办理): to the next one, back to the one that returned it, or to the end. */
@Component
class Onward {

    /** The way back to the step that returned it. */
    static final String RESUME = "resume";

    private final Gates gates;

    Onward(Gates gates) {
        this.gates = gates;
    }

    /** Finishes a main task; goes on when the step waits for nobody else. */
    void complete(Move move, Task task, Act.Complete act) {
        Refused.unless(!move.handling.stopped(), "workflow.refusal.stopped");
        List<Task> below = move.below(task);
        Refused.unless(below.isEmpty(), "workflow.refusal.waits-for", move.holders.names(below));
        Step step = move.step();
        String opinion = opinion(step, act);
        if (act.due() != null) {
            Refused.unless(act.due().isAfter(move.at), "workflow.refusal.due-past");
            move.handling.dueLeader = act.due();
        }
        boolean last = step.mode() == Mode.ANY || move.handling.pending == 1;
        if (task.part == Act.Part.SUPPORT || !last) {
            Movement note = write(move, "COMPLETE", task, act, opinion);
            move.finish(task, task.part == Act.Part.SUPPORT ? "SUPPORTED" : "SIGNED");
            if (task.counts()) {
                move.handling.pending--;
                Entering.nextTurn(move);
            }
        } else {
            leave(move, task, step, act, opinion);
        }
    }

    private static Movement write(Move move, String kind, Task task, Act.Complete act, @Nullable String opinion) {
        Movement note = move.note(kind);
        note.taskId = task.id();
        note.opinion = opinion;
        note.opinionKind = act.opinion() == null ? null : act.opinion().kind();
        return note;
    }

    private static @Nullable String opinion(Step step, Act.Complete act) {
        String text = act.opinion() == null ? "" : act.opinion().text().strip();
        boolean circled = act.opinion() != null && act.opinion().kind() == Act.Opinion.Kind.CIRCLED;
        if (text.isEmpty() && !circled && step.requires().contains("opinion")) {
            throw new Refused(Objection.of("workflow.refusal.opinion-missing").at("opinion"));
        }
        return text.isEmpty() ? null : Move.storable(text, "opinion", Move.LONGEST_OPINION);
    }

    private void leave(Move move, Task task, Step step, Act.Complete act, @Nullable String opinion) {
        boolean resumes = move.handling.resumeStep != null && (act.transition() == null || act.transition().equals(RESUME));
        Step.Transition way = resumes ? back(move) : way(move, step, act.transition());
        if (way.right() != null) {
            Refused.unless(move.by.may(way.right()), "workflow.refusal.not-allowed");
        }
        if (opinion == null && way.requires().contains("opinion")) {
            throw new Refused(Objection.of("workflow.refusal.opinion-missing").at("opinion"));
        }
        List<Task> missing = missing(move, task, step);
        String waived = missing.isEmpty() ? null : waive(move, missing, act.waive());
        Attempt attempt = attempt(move, step, way, opinion);
        List<Objection> passed = gates.ask(attempt, step, way, act.override());
        gates.apply(attempt, way);

        Movement note = write(move, "COMPLETE", task, act, opinion);
        note.transition = way.code();
        note.reason = waived;
        move.finish(task, "DONE");
        move.liveMain().forEach(t -> move.drop(t, waived == null ? "MOOT" : "WAIVED"));
        if (waived != null) {
            note.detail.put("waived", move.holders.names(missing));
        }
        if (!passed.isEmpty()) {
            String reason = move.text(act.override(), "override", Move.LONGEST_REASON);
            note.detail.put("overridden", passed.stream().map(Objection::code).toList());
            note.detail.put("override", reason);
        }
        Integer visit = move.handling.resumeVisit;
        move.handling.resumeStep = null;
        move.handling.resumeVisit = null;
        if (way.ends()) {
            Entering.end(move, Handling.State.CLOSED, way.outcome());
        } else if (resumes && visit != null) {
            Entering.again(move, move.procedure.step(way.to()), move.rows.mainTasks(move.handling.id(), visit), Set.of());
        } else {
            Entering.enter(move, way.to(), act.picks());
        }
        if (!passed.isEmpty()) {
            Task look = move.add(Task.Kind.OVERRIDE, new Place(null, Roles.SUPERVISOR, 0, Act.Part.READER), 0, step.code());
            look.note = note.detail.get("override").toString();
            move.arrive(look);
        }
    }

    private static Step.Transition back(Move move) {
        String to = Objects.requireNonNull(move.handling.resumeStep);
        Step.Name name = move.procedure.step(to).name();
        return new Step.Transition(RESUME, name, to, null, Map.of(), List.of(), List.of(), List.of(), null);
    }

    private static Step.Transition way(Move move, Step step, @Nullable String code) {
        Map<String, String> attributes = move.handling.attributes;
        if (code == null || code.isBlank()) {
            return step.next().stream().filter(t -> t.openTo(attributes)).findFirst()
                    .orElseThrow(() -> new Refused(Objection.of("workflow.refusal.no-way")));
        }
        return step.transition(code).filter(t -> t.openTo(attributes))
                .orElseThrow(() -> new Refused(Objection.of("workflow.refusal.not-this-way").at("transition")));
    }

    /** Supporting holders who have not answered: the lead may go on without them, but says why (promise 6). */
    private static List<Task> missing(Move move, Task task, Step step) {
        return step.mode() == Mode.LEAD
                ? move.liveMain().stream().filter(t -> t != task && t.part == Act.Part.SUPPORT).toList()
                : List.of();
    }

    private static String waive(Move move, List<Task> missing, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused(Objection.of("workflow.refusal.support-missing", move.holders.names(missing)).at("waive"));
        }
        return move.text(reason, "waive", Move.LONGEST_REASON);
    }

    private static Attempt attempt(Move move, Step step, Step.Transition way, @Nullable String opinion) {
        List<String> readers = move.tasks.stream().filter(t -> t.kind == Task.Kind.READ && t.live())
                .map(t -> move.holders.name(t.holderId)).toList();
        return new Attempt(
                move.handling.subject(), move.handling.id(), step.code(), way.code(), way.to(), way.outcome(),
                move.handling.attributes, readers, opinion, move.by, move.onBehalfOf, move.at);
    }
}
