package org.sanban.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Effect;
import org.sanban.workflow.spi.Gate;
import org.springframework.stereotype.Component;

/** Asks the gates and works the effects that a procedure names. */
@Component
class Gates {

    private final Map<String, Gate> gates;
    private final Map<String, Effect> effects;

    Gates(List<Gate> gates, List<Effect> effects) {
        this.gates = gates.stream().collect(Collectors.toMap(Gate::code, Function.identity()));
        this.effects = effects.stream().collect(Collectors.toMap(Effect::code, Function.identity()));
    }

    Set<String> known() {
        return gates.keySet();
    }

    Set<String> knownEffects() {
        return effects.keySet();
    }

    /** Is any gate on this way one that may be overridden? */
    boolean overridable(Step step, Step.Transition way) {
        return java.util.stream.Stream.concat(step.gates().stream(), way.gates().stream())
                .map(gates::get).anyMatch(gate -> gate != null && gate.overridable());
    }

    /**
     * All objections at once, so that a person mends them in one go.
     *
     * @return those that were overridden (promise 16)
     * @throws Refused where one stands
     */
    List<Objection> ask(Attempt attempt, Step step, Step.Transition way, @Nullable String override) {
        List<Objection> standing = new ArrayList<>();
        List<Objection> overridable = new ArrayList<>();
        List<String> codes = new ArrayList<>(step.gates());
        codes.addAll(way.gates());
        for (String code : codes) {
            Gate gate = gates.get(code);
            if (gate == null) {
                throw new IllegalStateException("no gate " + code);
            }
            (gate.overridable() ? overridable : standing).addAll(gate.objections(attempt));
        }
        boolean overrides = override != null && !override.isBlank() && attempt.by().may(Roles.OVERRIDE);
        if (!overrides) {
            standing.addAll(overridable);
        }
        if (!standing.isEmpty()) {
            throw new Refused(standing);
        }
        return overrides ? overridable : List.of();
    }

    void apply(Attempt attempt, Step.Transition way) {
        for (String code : way.effects()) {
            Effect effect = effects.get(code);
            if (effect == null) {
                throw new IllegalStateException("no effect " + code);
            }
            effect.apply(attempt);
        }
    }
}
