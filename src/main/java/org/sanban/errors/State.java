package org.sanban.errors;

import java.util.Map;

/** How far an error is understood (domain.md §7.5). Follows the step at which its handling stands. */
public enum State {
    REPORTED,
    CONFIRMED,
    CLASSIFIED,
    RESPONSIBILITY_SET,
    CAUSE_ANALYSED,
    CORRECTED,
    VERIFIED,
    EXPLAINED,
    IN_CASEBOOK,
    CLOSED,
    /** Not an error. */
    REJECTED,
    /** Told by the legal channel; only a stub stays here. */
    OUTSIDE,
    VOIDED;

    private static final Map<String, State> AT = Map.of(
            "verify", REPORTED, "classify", CONFIRMED, "responsibility", CLASSIFIED, "cause", RESPONSIBILITY_SET, "correct", CAUSE_ANALYSED,
            "verification", CORRECTED, "explain", VERIFIED, "casebook", EXPLAINED, "rule", IN_CASEBOOK);

    /** What an error is while it waits at a step of {@code procedures/error.yaml}; a step that an office added leaves it as it was. */
    static State at(String step, State before) {
        return AT.getOrDefault(step, before);
    }
}
