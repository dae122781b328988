package org.sanban.workflow.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.Limit;
import org.sanban.workflow.Step;
import org.sanban.workflow.Urgency;

/** A step of a procedure as an administrator edits it: names, holder, limits by lane, where it may be sent back to. */
record StepForm(
        @NotBlank @Size(max = 40) @Nullable String zh,
        @NotBlank @Size(max = 80) @Nullable String en,
        Step.Holder.@NotNull @Nullable Rule rule,
        @Nullable List<String> roles,
        @Nullable String of,
        @Nullable Integer normal,
        @Nullable String normalUnit,
        @Nullable Integer fast,
        @Nullable String fastUnit,
        @Nullable Integer urgent,
        @Nullable String urgentUnit,
        @Nullable List<String> returnsTo) {

    static StepForm of(Step step) {
        Limit normal = step.limits().get(Urgency.Lane.NORMAL);
        Limit fast = step.limits().get(Urgency.Lane.FAST);
        Limit urgent = step.limits().get(Urgency.Lane.URGENT);
        return new StepForm(
                step.name().zh(), step.name().en(), step.holder().rule(), step.holder().roles(), step.holder().of(), amount(normal), unit(normal),
                amount(fast), unit(fast), amount(urgent), unit(urgent), step.returnsTo());
    }

    private static @Nullable Integer amount(@Nullable Limit limit) {
        return limit == null || limit.clock() == Limit.Clock.SAME_DAY ? null : limit.amount();
    }

    private static String unit(@Nullable Limit limit) {
        if (limit == null) {
            return "";
        }
        return limit.clock() == Limit.Clock.SAME_DAY ? "same day" : (limit.unit().name() + "S " + limit.clock().name()).toLowerCase(java.util.Locale.ROOT);
    }

    /** The step with what the form says; ways, gates and mode stay. */
    Step onto(Step step) {
        Map<Urgency.Lane, Limit> limits = new LinkedHashMap<>();
        limit(normal, normalUnit, "normal", Urgency.Lane.NORMAL, limits);
        limit(fast, fastUnit, "fast", Urgency.Lane.FAST, limits);
        limit(urgent, urgentUnit, "urgent", Urgency.Lane.URGENT, limits);
        Step.Holder holder = new Step.Holder(
                Objects.requireNonNull(rule), roles == null ? List.of() : roles, rule == Step.Holder.Rule.HOLDER_OF ? of : null);
        return new Step(
                step.code(), new Step.Name(Objects.requireNonNull(zh).strip(), Objects.requireNonNull(en).strip()), step.mode(), holder, limits,
                step.supportLimits(), step.deadline(), step.next(), returnsTo == null ? List.of() : returnsTo, step.requires(), step.gates(), step.proxy());
    }

    private static void limit(@Nullable Integer amount, @Nullable String unit, String field, Urgency.Lane lane, Map<Urgency.Lane, Limit> into) {
        if (unit == null || unit.isBlank()) {
            return;
        }
        try {
            into.put(lane, Limit.of(unit.equals("same day") ? unit : amount + " " + unit));
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(Objection.of("workflow.procedure.limit").at(field));
        }
    }
}
