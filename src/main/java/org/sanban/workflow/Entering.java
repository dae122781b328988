package org.sanban.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Refused;

/** Coming to a step, from wherever: its tasks are laid into the trays of its holders. And coming to the end. */
final class Entering {

    private Entering() {}

    /** Enters a step, passing through reading steps, and lays its tasks into the trays of its holders. */
    static void enter(Move move, String code, List<Act.Pick> picks) {
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
    static void again(Move move, Step step, List<Task> before, Set<Long> chosen) {
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
    static void nextTurn(Move move) {
        boolean waiting = move.liveMain().stream().anyMatch(t -> t.open() && t.counts());
        if (waiting) {
            return;
        }
        move.liveMain().stream().filter(t -> !t.open()).mapToInt(t -> t.turn).min()
                .ifPresent(turn -> move.liveMain().stream().filter(t -> !t.open() && t.turn == turn).forEach(move::arrive));
    }

    /** Ends the handling: what still lies in a tray goes out of it, and a stopped clock is let go. */
    static void end(Move move, Handling.State how, @Nullable String outcome) {
        move.tasks.stream().filter(Task::live).filter(t -> how == Handling.State.VOIDED || t.kind != Task.Kind.OVERRIDE)
                .sorted(Comparator.comparing(Task::id)).toList().forEach(t -> move.drop(t, how == Handling.State.VOIDED ? "VOIDED" : "CLOSED"));
        if (move.handling.stopped()) {
            move.rows.openStop(move.handling.id()).resume(move.by.id(), move.at);
        }
        move.handling.end(how, outcome, move.at);
    }
}
