package org.sanban.workflow.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Roles;
import org.sanban.workflow.Limit;
import org.sanban.workflow.Procedure;
import org.sanban.workflow.Step;
import org.sanban.workflow.Urgency;
import org.springframework.stereotype.Component;

/** Puts a procedure into words: who holds a step, its limits, what a draft changes. */
@Component
public class ProcedureWords {

    private static final List<String> UNITS = List.of(
            "minutes natural", "hours natural", "days natural", "minutes work", "hours work", "days work", "same day");

    private final Roles roles;

    ProcedureWords(Roles roles) {
        this.roles = roles;
    }

    /** Names of all roles, read once for a page. */
    Map<String, String> roleNames(Texts texts) {
        Map<String, String> names = new LinkedHashMap<>();
        roles.all().forEach(r -> names.put(r.code(), texts.chinese() ? r.name() : r.nameEn()));
        return names;
    }

    String holder(Procedure procedure, Step step, Map<String, String> roleNames, Texts texts) {
        String named = step.holder().roles().stream().map(r -> roleNames.getOrDefault(r, r)).collect(Collectors.joining(texts.chinese() ? "、" : ", "));
        String of = step.holder().of() != null && procedure.has(step.holder().of()) ? procedure.step(step.holder().of()).name().in(texts.chinese()) : "";
        String words = texts.of("workflow.rule." + step.holder().rule(), of);
        return named.isEmpty() ? words : words + " · " + named;
    }

    /** Limits by lane, the ordinary one first; empty without any. */
    String limits(Step step, Texts texts) {
        return Stream.of(Urgency.Lane.values()).filter(step.limits()::containsKey)
                .map(lane -> texts.of("workflow.lane." + lane, limit(step.limits().get(lane), texts)))
                .collect(Collectors.joining(" · "));
    }

    private static String limit(@Nullable Limit limit, Texts texts) {
        if (limit == null) {
            return "";
        }
        return limit.clock() == Limit.Clock.SAME_DAY
                ? texts.of("workflow.limit.same-day")
                : limit.amount() + " " + texts.of("workflow.limit." + limit.unit().name().toLowerCase(java.util.Locale.ROOT) + "s-" + limit.clock().name().toLowerCase(java.util.Locale.ROOT));
    }

    static List<Choice> units(Texts texts) {
        return UNITS.stream().map(unit -> Choice.of(unit, texts.of("workflow.limit." + unit.replace(' ', '-')))).toList();
    }

    static List<Choice> steps(Procedure procedure, Texts texts) {
        return procedure.steps().stream().map(s -> Choice.of(s.code(), s.name().in(texts.chinese()))).toList();
    }

    /** One difference between a draft and what is published. */
    public record Change(String step, String what, String before, String after) {}

    List<Change> changes(Procedure before, Procedure after, Texts texts) {
        Map<String, String> names = roleNames(texts);
        List<Change> changes = new ArrayList<>();
        add(changes, "", "workflow.change.start", name(before, before.start(), texts), name(after, after.start(), texts));
        add(changes, "", "workflow.change.order", order(before, texts), order(after, texts));
        add(changes, "", "workflow.change.ladder", before.ladder().toString(), after.ladder().toString());
        for (Step step : after.steps()) {
            String name = step.name().in(texts.chinese());
            if (!before.has(step.code())) {
                changes.add(new Change(name, "workflow.change.added", "", name));
                continue;
            }
            Step old = before.step(step.code());
            add(changes, name, "workflow.change.name", old.name().in(texts.chinese()), name);
            add(changes, name, "workflow.change.holder", holder(before, old, names, texts), holder(after, step, names, texts));
            add(changes, name, "workflow.change.limits", limits(old, texts), limits(step, texts));
            add(changes, name, "workflow.change.ways", waysOf(before, old, texts), waysOf(after, step, texts));
            add(changes, name, "workflow.change.returns", returnsOf(before, old, texts), returnsOf(after, step, texts));
        }
        before.steps().stream().filter(s -> !after.has(s.code()))
                .forEach(s -> changes.add(new Change(s.name().in(texts.chinese()), "workflow.change.removed", s.name().in(texts.chinese()), "")));
        return changes;
    }

    private static void add(List<Change> changes, String step, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(step, what, before, after));
        }
    }

    static String name(Procedure procedure, String code, Texts texts) {
        return procedure.has(code) ? procedure.step(code).name().in(texts.chinese()) : texts.of("workflow.move.end");
    }

    private static String order(Procedure procedure, Texts texts) {
        return procedure.steps().stream().map(s -> s.name().in(texts.chinese())).collect(Collectors.joining(" → "));
    }

    public static String waysOf(Procedure procedure, Step step, Texts texts) {
        return step.next().stream().map(w -> w.name().in(texts.chinese()) + " → " + name(procedure, w.to(), texts)).collect(Collectors.joining("; "));
    }

    public static String returnsOf(Procedure procedure, Step step, Texts texts) {
        return step.returnsTo().stream().map(to -> name(procedure, to, texts)).collect(Collectors.joining(texts.chinese() ? "、" : ", "));
    }
}
