package org.sanban.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step (环节) of a procedure, as data.
 *
 * @param holder who holds it
 * @param limits by lane; a lane without one takes that of NORMAL; none at all means no limit
 * @param supportLimits those of supporting holders, where they differ
 * @param deadline true where the date written in the document, else the leader's date, goes before the limit (domain.md §2.7)
 * @param next ways onward; the first whose condition holds is the default
 * @param returnsTo steps it may send back to
 * @param requires what must be there to finish it: {@code opinion}, or the code of a gate
 * @param gates codes of {@link org.sanban.workflow.spi.Gate} asked when it is finished by any way onward
 * @param proxy right with which somebody may enter the holder's act for him (领导秘书), or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Step(
        String code,
        Name name,
        Mode mode,
        Holder holder,
        Map<Urgency.Lane, Limit> limits,
        Map<Urgency.Lane, Limit> supportLimits,
        boolean deadline,
        List<Transition> next,
        List<String> returnsTo,
        List<String> requires,
        List<String> gates,
        @Nullable String proxy) {

    public Step {
        limits = limits == null ? Map.of() : Map.copyOf(limits);
        supportLimits = supportLimits == null ? Map.of() : Map.copyOf(supportLimits);
        next = next == null ? List.of() : List.copyOf(next);
        returnsTo = returnsTo == null ? List.of() : List.copyOf(returnsTo);
        requires = requires == null ? List.of() : List.copyOf(requires);
        gates = gates == null ? List.of() : List.copyOf(gates);
    }

    /** A name in the two languages of the product. */
    public record Name(String zh, String en) {
        public String in(boolean chinese) {
            return chinese ? zh : en;
        }
    }

    /**
     * Who holds a step.
     *
     * @param rule see {@link Rule}
     * @param roles for ROLE the role whose tray it goes to; for PICKED the roles one may pick from (none: anyone active)
     * @param of for HOLDER_OF the step
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Holder(Rule rule, List<String> roles, @Nullable String of) {
        public Holder {
            roles = roles == null ? List.of() : List.copyOf(roles);
        }

        public enum Rule {
            /** Who started the handling. */
            STARTER,
            /** The tray of a role, to be claimed; at once the person's where only one holds it. */
            ROLE,
            /** The tray of a role within the owner unit. */
            ROLE_IN_OWNER_UNIT,
            /** The head of the owner unit. */
            HEAD,
            /** The leader in charge of the owner unit. */
            IN_CHARGE,
            /** Persons picked by the previous holder within a set of roles. */
            PICKED,
            /** Units picked by the previous holder; the head of each holds it. */
            PICKED_UNITS,
            /** Whoever finished another step last. */
            HOLDER_OF,
            /** Whoever finished the step before. */
            PREVIOUS
        }
    }

    /**
     * A way onward.
     *
     * @param to the next step, or {@link Procedure#END}
     * @param outcome how the handling ended, for a way to the end
     * @param when attributes of the subject that must have these values for the way to be open
     * @param right needed to take it, or null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Transition(
            String code,
            Name name,
            String to,
            @Nullable String outcome,
            Map<String, String> when,
            List<String> requires,
            List<String> gates,
            List<String> effects,
            @Nullable String right) {
        public Transition {
            when = when == null ? Map.of() : Map.copyOf(when);
            requires = requires == null ? List.of() : List.copyOf(requires);
            gates = gates == null ? List.of() : List.copyOf(gates);
            effects = effects == null ? List.of() : List.copyOf(effects);
        }

        public boolean ends() {
            return to.equals(Procedure.END);
        }

        boolean openTo(Map<String, String> attributes) {
            return when.entrySet().stream().allMatch(e -> e.getValue().equals(attributes.get(e.getKey())));
        }
    }

    public Optional<Transition> transition(String code) {
        return next.stream().filter(t -> t.code().equals(code)).findFirst();
    }

    /** The limit in a lane, null where the step has none. */
    public @Nullable Limit limit(Urgency.Lane lane, Act.Part part) {
        Map<Urgency.Lane, Limit> written = part == Act.Part.SUPPORT && !supportLimits.isEmpty() ? supportLimits : limits;
        return written.getOrDefault(lane, written.get(Urgency.Lane.NORMAL));
    }

    boolean needsPicks() {
        return holder.rule() == Holder.Rule.PICKED || holder.rule() == Holder.Rule.PICKED_UNITS;
    }
}
