package org.sanban.workflow.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sanban.pages.NotFound;
import org.sanban.workflow.Procedure;
import org.sanban.workflow.Step;

/** Changes a procedure: puts a step in the place of its like, or exchanges two neighbours in the order of work. */
final class Rewiring {

    private Rewiring() {}

    static Procedure replace(Procedure procedure, Step changed) {
        return with(procedure, procedure.start(), procedure.steps().stream().map(s -> s.code().equals(changed.code()) ? changed : s).toList());
    }

    /**
     * Moves a step one place up or down. Who led to the earlier one leads to the later one, that leads to the earlier one,
     * and the earlier one goes on where the later one went by default. At the end of the line nothing happens.
     */
    static Procedure move(Procedure procedure, String code, boolean up) {
        List<Step> steps = procedure.steps();
        int at = steps.indexOf(steps.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow(NotFound::new));
        int first = up ? at - 1 : at;
        if (first < 0 || first + 1 >= steps.size()) {
            return procedure;
        }
        String a = steps.get(first).code();
        String b = steps.get(first + 1).code();
        String after = steps.get(first + 1).next().isEmpty() ? Procedure.END : steps.get(first + 1).next().getFirst().to();
        List<Step> wired = new ArrayList<>();
        for (Step step : steps) {
            wired.add(step.code().equals(a) ? lead(step, b, after) : step.code().equals(b) ? leadFirst(step, a) : lead(step, a, b));
        }
        Collections.swap(wired, first, first + 1);
        return with(procedure, procedure.start().equals(a) ? b : procedure.start(), wired);
    }

    private static Step lead(Step step, String from, String to) {
        return ways(step, step.next().stream().map(w -> w.to().equals(from) ? way(w, to) : w).toList());
    }

    private static Step leadFirst(Step step, String to) {
        List<Step.Transition> ways = new ArrayList<>(step.next());
        if (!ways.isEmpty()) {
            ways.set(0, way(ways.getFirst(), to));
        }
        return ways(step, ways);
    }

    private static Step.Transition way(Step.Transition way, String to) {
        String outcome = to.equals(Procedure.END) ? way.outcome() == null ? "DONE" : way.outcome() : null;
        return new Step.Transition(way.code(), way.name(), to, outcome, way.when(), way.requires(), way.gates(), way.effects(), way.right());
    }

    private static Step ways(Step step, List<Step.Transition> ways) {
        return new Step(
                step.code(), step.name(), step.mode(), step.holder(), step.limits(), step.supportLimits(), step.deadline(), ways,
                step.returnsTo(), step.requires(), step.gates(), step.proxy());
    }

    private static Procedure with(Procedure procedure, String start, List<Step> steps) {
        return new Procedure(
                procedure.code(), procedure.name(), procedure.kind(), start, procedure.notMoving(), procedure.ladder(), procedure.beside(), steps);
    }
}
