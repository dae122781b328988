package org.sanban.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.spi.Attempt;
import org.springframework.stereotype.Component;

/** The one main line: finishing a step, sending back, taking back, jumping, ending, taking up again. */
@Component
class MainLine {

    static final int LONGEST_OPINION = 4000;
    static final int LONGEST_REASON = 1000;
    /** The way back to the step that returned it. */
    static final String RESUME = "resume";

    private final Gates gates;

    MainLine(Gates gates) {
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
                nextTurn(move);
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
        return text.isEmpty() ? null : Move.storable(text, "opinion", LONGEST_OPINION);
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
            String reason = move.text(act.override(), "override", LONGEST_REASON);
            note.detail.put("overridden", passed.stream().map(Objection::code).toList());
            note.detail.put("override", reason);
        }
        Integer visit = move.handling.resumeVisit;
        move.handling.resumeStep = null;
        move.handling.resumeVisit = null;
        if (way.ends()) {
            end(move, Handling.State.CLOSED, way.outcome());
        } else if (resumes && visit != null) {
            enterAgain(move, move.procedure.step(way.to()), move.rows.mainTasks(move.handling.id(), visit), Set.of());
        } else {
            enter(move, way.to(), act.picks());
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
        return move.text(reason, "waive", LONGEST_REASON);
    }

    private static Attempt attempt(Move move, Step step, Step.Transition way, @Nullable String opinion) {
        List<String> readers = move.tasks.stream().filter(t -> t.kind == Task.Kind.READ && t.live())
                .map(t -> move.holders.name(t.holderId)).toList();
        return new Attempt(
                move.handling.subject(), move.handling.id(), step.code(), way.code(), way.to(), way.outcome(),
                move.handling.attributes, readers, opinion, move.by, move.onBehalfOf, move.at);
    }

    /** Enters a step, passing through reading steps, and lays its tasks into the trays of its holders. */
    void enter(Move move, String code, List<Act.Pick> picks) {
        Step step = move.procedure.step(code);
        List<Place> places = move.holders.of(step, move.handling, picks, s -> move.rows.finishedBy(move.handling.id(), s));
        if (step.mode() == Mode.READ) {
            move.handling.step = code;
            Reading.send(move, List.of(places), null);
            enter(move, step.next().getFirst().to(), List.of());
            return;
        }
        lay(move, step, places);
    }

    private static void lay(Move move, Step step, List<Place> places) {
        long counted = places.stream().filter(p -> p.part() != Act.Part.SUPPORT).count();
        move.handling.enter(step.code(), step.mode() == Mode.ANY ? 1 : Math.toIntExact(counted));
        if (!move.handling.stored()) {
            move.rows.save(move.handling);
        }
        int turn = 0;
        for (Place place : places) {
            Task task = move.add(Task.Kind.MAIN, place, step.mode() == Mode.IN_TURN ? turn : 0);
            if (step.mode() == Mode.IN_TURN && turn > 0) {
                move.rows.save(task);
            } else {
                move.arrive(task);
            }
            turn++;
        }
    }

    /** Gives those who held a step before a task again: each of them, or those chosen (promise 5). */
    private static void enterAgain(Move move, Step step, List<Task> before, Set<Long> chosen) {
        List<Place> places = new ArrayList<>();
        for (Task task : before) {
            Long holder = task.holderId;
            boolean once = places.stream().noneMatch(p -> Objects.equals(p.holder(), holder) && Objects.equals(p.role(), task.role));
            if (once && (chosen.isEmpty() || (holder != null && chosen.contains(holder)))) {
                places.add(holder == null ? task.place() : move.holders.personal(holder, task.part));
            }
        }
        Refused.unless(!places.isEmpty(), "workflow.refusal.pick-somebody", step.name().zh(), step.name().en());
        boolean leads = step.mode() != Mode.LEAD || places.stream().anyMatch(p -> p.part() == Act.Part.LEAD);
        Refused.unless(leads, "workflow.refusal.one-lead");
        lay(move, step, step.mode() == Mode.ONE ? places.subList(0, 1) : places);
    }

    /** When nobody of the present turn is left, the next turn begins. */
    void nextTurn(Move move) {
        boolean waiting = move.liveMain().stream().anyMatch(t -> t.open() && t.counts());
        if (waiting) {
            return;
        }
        move.liveMain().stream().filter(t -> !t.open()).mapToInt(t -> t.turn).min()
                .ifPresent(turn -> move.liveMain().stream().filter(t -> !t.open() && t.turn == turn).forEach(move::arrive));
    }

    void sendBack(Move move, Act.Return act) {
        Task task = move.mine(act.task());
        Refused.unless(task.main() && task.counts(), "workflow.refusal.only-holder-returns");
        Refused.unless(!move.handling.stopped(), "workflow.refusal.stopped");
        Step step = move.step();
        if (!step.returnsTo().contains(act.to())) {
            throw new Refused(Objection.of("workflow.refusal.not-to-there").at("to"));
        }
        Integer visit = move.rows.lastVisit(move.handling.id(), act.to());
        Refused.unless(visit != null, "workflow.refusal.never-been-there");
        String reason = move.text(act.reason(), "reason", LONGEST_REASON);
        List<Task> before = move.rows.mainTasks(move.handling.id(), visit);
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
        enterAgain(move, move.procedure.step(act.to()), before, chosen);
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
        note.reason = act.reason() == null || act.reason().isBlank() ? null : move.text(act.reason(), "reason", LONGEST_REASON);
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

    void jump(Move move, Act.Jump act) {
        Refused.unless(move.by.may(Roles.JUMP), "workflow.refusal.not-allowed");
        String reason = move.text(act.reason(), "reason", LONGEST_REASON);
        Refused.unless(move.procedure.has(act.to()), "workflow.refusal.not-to-there");
        Movement note = move.note("JUMP");
        note.reason = reason;
        move.liveMain().forEach(t -> move.drop(t, "JUMPED"));
        place(move, act.to(), act.picks());
    }

    void voidIt(Move move, Act.Void act) {
        Refused.unless(move.by.may(Roles.VOID), "workflow.refusal.not-allowed");
        Movement note = move.note("VOID");
        note.reason = move.text(act.reason(), "reason", LONGEST_REASON);
        end(move, Handling.State.VOIDED, "VOIDED");
    }

    void reopen(Move move, Act.Reopen act) {
        Refused.unless(!move.handling.running(), "workflow.refusal.still-running");
        boolean held = move.rows.heldMain(move.handling.id(), move.by.trays());
        Refused.unless(move.by.may(Roles.REOPEN) || held, "workflow.refusal.not-allowed");
        Refused.unless(move.procedure.has(act.to()), "workflow.refusal.not-to-there");
        Movement note = move.note("REOPEN");
        note.reason = move.text(act.reason(), "reason", LONGEST_REASON);
        move.handling.round++;
        place(move, act.to(), act.picks());
    }

    /** At those picked, else at those who held the step last, else by the procedure's rule. */
    private void place(Move move, String to, List<Act.Pick> picks) {
        move.handling.resumeStep = null;
        move.handling.resumeVisit = null;
        Integer visit = picks.isEmpty() ? move.rows.lastVisit(move.handling.id(), to) : null;
        if (visit != null) {
            enterAgain(move, move.procedure.step(to), move.rows.mainTasks(move.handling.id(), visit), Set.of());
        } else {
            enter(move, to, picks);
        }
    }

    private static void end(Move move, Handling.State how, @Nullable String outcome) {
        move.tasks.stream().filter(Task::live).filter(t -> how == Handling.State.VOIDED || t.kind != Task.Kind.OVERRIDE)
                .sorted(Comparator.comparing(Task::id)).toList().forEach(t -> move.drop(t, how == Handling.State.VOIDED ? "VOIDED" : "CLOSED"));
        if (move.handling.stopped()) {
            move.rows.openStop(move.handling.id()).resume(move.by.id(), move.at);
        }
        move.handling.end(how, outcome, move.at);
    }
}
