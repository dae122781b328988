package org.sanban.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.StepView;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** The line of steps above a subject's page: gone through, present, and ahead by the procedure's default way. */
@Component
class StepLine {

    private final Remaining remaining;
    private final Directory directory;

    StepLine(Remaining remaining, Directory directory) {
        this.remaining = remaining;
        this.directory = directory;
    }

    List<StepView> of(Past past, Texts texts, Instant at) {
        Map<String, List<Task>> visited = visited(past);
        String now = past.handling().step;
        List<StepView> line = new ArrayList<>();
        boolean behind = true;
        for (Map.Entry<String, List<Task>> step : visited.entrySet()) {
            String name = past.step(step.getKey()).in(texts.chinese());
            if (step.getKey().equals(now)) {
                behind = false;
                line.add(new StepView(name, present(past, texts, at), past.handling().stopped() ? StepView.State.STOPPED : StepView.State.NOW));
            } else {
                line.add(gone(past, step.getKey(), name, step.getValue(), texts, behind));
            }
        }
        ahead(past, visited.keySet()).forEach(s -> line.add(new StepView(s.name().in(texts.chinese()), "", StepView.State.AHEAD)));
        return line;
    }

    /** Steps in the order first entered, each with the tasks of its last visit; visits taken back do not count. */
    private static Map<String, List<Task>> visited(Past past) {
        Map<String, List<Task>> visited = new LinkedHashMap<>();
        for (Task task : past.tasks()) {
            boolean reading = task.kind == Task.Kind.READ && past.procedure().has(task.step) && past.procedure().step(task.step).mode() == Mode.READ;
            boolean takenBack = Objects.equals(task.outcome, "WITHDRAWN");
            if (takenBack || !(task.main() || reading)) {
                continue;
            }
            List<Task> held = visited.computeIfAbsent(task.step, s -> new ArrayList<>());
            held.removeIf(t -> t.visit != task.visit);
            held.add(task);
        }
        return visited;
    }

    private StepView gone(Past past, String step, String name, List<Task> tasks, Texts texts, boolean behind) {
        long returned = past.movements().stream().filter(m -> m.kind.equals("RETURN") && step.equals(m.fromStep)).count();
        List<Task> done = tasks.stream().filter(t -> t.state == Task.State.DONE).toList();
        String who = done.size() > 2
                ? texts.of("workflow.step.of", done.size(), tasks.stream().filter(t -> !Set.of("FORWARDED", "HANDED_OVER", "REMOVED").contains(String.valueOf(t.outcome))).count())
                : String.join("、", done.stream().map(t -> name(t.holderId)).distinct().toList());
        String took = done.isEmpty() ? "" : remaining.span(done.getFirst().clock, done.stream().mapToLong(t -> t.ownMinutes == null ? 0 : t.ownMinutes).max().orElse(0), texts);
        String note = returned > 0 ? texts.of("workflow.step.returned", who, returned) : (who + " " + took).strip();
        StepView.State state = returned > 0 ? StepView.State.BACK : behind || done.isEmpty() ? StepView.State.DONE : StepView.State.BACK;
        return new StepView(name, note, state);
    }

    private String present(Past past, Texts texts, Instant at) {
        List<Task> tasks = past.main(past.handling().visit).stream()
                .filter(t -> t.live() || t.state == Task.State.DONE).toList();
        List<Task> open = tasks.stream().filter(Task::open).toList();
        if (open.isEmpty()) {
            return "";
        }
        String who = open.size() == 1 && tasks.size() == 1
                ? holder(open.getFirst(), texts)
                : texts.of("workflow.step.of", tasks.size() - tasks.stream().filter(Task::live).count(), tasks.size());
        Task first = open.stream().min(java.util.Comparator.comparing(t -> t.dueAt == null ? Instant.MAX : t.dueAt)).orElseThrow();
        return who + " · " + remaining.of(Timing.of(first, past.stands(first)), texts, at).words();
    }

    private String holder(Task task, Texts texts) {
        return task.holderId == null ? texts.of("workflow.step.unclaimed") : name(task.holderId);
    }

    private String name(@Nullable Long person) {
        return person == null ? "" : directory.person(person).map(Directory.Entry::name).orElse(String.valueOf(person));
    }

    private static List<Step> ahead(Past past, Set<String> visited) {
        List<Step> ahead = new ArrayList<>();
        String code = past.handling().step;
        Set<String> seen = new java.util.HashSet<>();
        while (code != null && !code.equals(Procedure.END) && seen.add(code)) {
            Step step = past.procedure().step(code);
            if (!visited.contains(code)) {
                ahead.add(step);
            }
            code = step.next().stream().filter(t -> t.openTo(past.handling().attributes)).findFirst()
                    .or(() -> step.next().stream().findFirst()).map(Step.Transition::to).orElse(null);
        }
        return ahead;
    }
}
