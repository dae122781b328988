package org.sanban.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.pages.Objection;

/**
 * A way of handling (程序): steps and the ways between them, one edition of it, immutable.
 *
 * @param code e.g. {@code incoming}
 * @param kind the kind of subject that runs through it
 * @param start code of the first step
 * @param notMoving share of a limit after which an untouched task counts as not moving, e.g. 0.5
 * @param ladder escalation (domain.md §2.8), in order
 * @param beside limits of tasks beside the main line: reading, deciding on an extension
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Procedure(
        String code,
        Step.Name name,
        String kind,
        String start,
        double notMoving,
        List<Rung> ladder,
        Map<Urgency.Lane, Limit> beside,
        List<Step> steps) {

    /** Where a handling ends. */
    public static final String END = "end";

    public Procedure {
        ladder = ladder == null ? List.of() : List.copyOf(ladder);
        beside = beside == null ? Map.of() : Map.copyOf(beside);
        steps = List.copyOf(steps);
    }

    /**
     * One rung of the escalation ladder.
     *
     * @param share of the limit at which it is reached, or null
     * @param after time after the deadline by lane, where {@code share} is null
     * @param tell whom: HOLDER, HEAD, IN_CHARGE, or the code of a role
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rung(Double share, Map<Urgency.Lane, Limit> after, List<String> tell) {
        Limit after(Urgency.Lane lane) {
            return after.getOrDefault(lane, after.get(Urgency.Lane.NORMAL));
        }
    }

    /** @throws IllegalArgumentException when there is no such step */
    public Step step(String code) {
        return steps.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + code + " in " + this.code));
    }

    public boolean has(String code) {
        return steps.stream().anyMatch(s -> s.code().equals(code));
    }

    /** What makes it unfit to be published: unknown steps, dead ends, steps nobody reaches, the end out of reach. */
    @JsonIgnore
    public List<Objection> objections(Set<String> gates, Set<String> effects) {
        List<Objection> found = new ArrayList<>();
        if (steps.isEmpty() || !has(start) || step(start).mode() == Mode.READ) {
            return List.of(Objection.of("workflow.procedure.no-start", start));
        }
        Map<String, Long> times = steps.stream().collect(Collectors.groupingBy(Step::code, LinkedHashMap::new, Collectors.counting()));
        times.forEach((step, n) -> {
            if (n > 1) {
                found.add(Objection.of("workflow.procedure.step-twice", step));
            }
        });
        for (Step step : steps) {
            wrongIn(step, gates, effects, found);
        }
        if (found.isEmpty()) {
            reach(found);
        }
        return found;
    }

    private void wrongIn(Step step, Set<String> gates, Set<String> effects, List<Objection> found) {
        String at = "steps[" + step.code() + "]";
        if (step.next().isEmpty()) {
            found.add(Objection.of("workflow.procedure.dead-end", step.code()).at(at));
        }
        step.next().stream().filter(t -> !t.ends() && !has(t.to()))
                .forEach(t -> found.add(Objection.of("workflow.procedure.unknown-step", step.code(), t.to()).at(at)));
        step.returnsTo().stream().filter(to -> !has(to))
                .forEach(to -> found.add(Objection.of("workflow.procedure.unknown-step", step.code(), to).at(at)));
        List<String> asked = new ArrayList<>(step.gates());
        step.next().forEach(t -> asked.addAll(t.gates()));
        asked.stream().filter(g -> !gates.contains(g))
                .forEach(g -> found.add(Objection.of("workflow.procedure.unknown-gate", step.code(), g).at(at)));
        step.next().stream().flatMap(t -> t.effects().stream()).filter(e -> !effects.contains(e))
                .forEach(e -> found.add(Objection.of("workflow.procedure.unknown-effect", step.code(), e).at(at)));
        boolean several = step.mode() != Mode.ONE;
        boolean byRole = step.holder().rule() == Step.Holder.Rule.ROLE || step.holder().rule() == Step.Holder.Rule.ROLE_IN_OWNER_UNIT;
        if (byRole && step.holder().roles().size() != 1) {
            found.add(Objection.of("workflow.procedure.one-role", step.code()).at(at));
        }
        if (several && !step.needsPicks()) {
            found.add(Objection.of("workflow.procedure.several-are-picked", step.code()).at(at));
        }
        if (step.holder().rule() == Step.Holder.Rule.HOLDER_OF && (step.holder().of() == null || !has(step.holder().of()))) {
            found.add(Objection.of("workflow.procedure.unknown-step", step.code(), String.valueOf(step.holder().of())).at(at));
        }
    }

    private void reach(List<Objection> found) {
        Function<String, List<String>> onward = code -> step(code).next().stream().map(Step.Transition::to).toList();
        Set<String> reached = walk(start, onward);
        steps.stream().filter(s -> !reached.contains(s.code()))
                .forEach(s -> found.add(Objection.of("workflow.procedure.unreachable", s.code()).at("steps[" + s.code() + "]")));
        Map<String, List<String>> back = new HashMap<>();
        steps.forEach(s -> s.next().forEach(t -> back.computeIfAbsent(t.to(), x -> new ArrayList<>()).add(s.code())));
        Set<String> ending = walk(END, code -> back.getOrDefault(code, List.of()));
        steps.stream().filter(s -> !ending.contains(s.code()))
                .forEach(s -> found.add(Objection.of("workflow.procedure.leads-nowhere", s.code()).at("steps[" + s.code() + "]")));
    }

    private static Set<String> walk(String from, Function<String, List<String>> onward) {
        Set<String> seen = new HashSet<>(Set.of(from));
        ArrayDeque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String code = open.poll();
            if (code.equals(END) && seen.size() > 1) {
                continue;
            }
            onward.apply(code).stream().filter(seen::add).forEach(open::add);
        }
        return seen;
    }
}
