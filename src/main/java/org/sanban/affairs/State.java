package org.sanban.affairs;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far an affair is (domain.md §6.2). Follows the step at which its handling stands. */
public enum State {
    /** Proposed, not registered yet. */
    DRAFT,
    REGISTERED,
    IN_PROGRESS,
    /** Given back: the feedback was not sufficient. */
    REDO,
    FEEDBACK_SUBMITTED,
    /** Sufficient; read by the leader, answered, asked about. */
    APPROVED,
    CLOSED,
    STORED,
    NOT_REGISTERED,
    MERGED,
    VOIDED;

    private static final Map<String, State> AT = Map.ofEntries(
            Map.entry("propose", DRAFT), Map.entry("register", DRAFT), Map.entry("accept", DRAFT), Map.entry("entrust", REGISTERED),
            Map.entry("phone", IN_PROGRESS), Map.entry("first", IN_PROGRESS), Map.entry("follow", IN_PROGRESS), Map.entry("handle", IN_PROGRESS), Map.entry("review", FEEDBACK_SUBMITTED), Map.entry("confirm", FEEDBACK_SUBMITTED),
            Map.entry("report", APPROVED), Map.entry("close", APPROVED), Map.entry("answer", APPROVED), Map.entry("ask", APPROVED),
            Map.entry("transfer", CLOSED), Map.entry("arrange", CLOSED), Map.entry("store", CLOSED));

    /** What an affair is while it waits at a step; a step that an office added leaves it as it was. */
    static State at(String step, State before) {
        return AT.getOrDefault(step, before);
    }

    static State ended(@Nullable String outcome) {
        return switch (String.valueOf(outcome)) {
            case "STORED" -> STORED;
            case "MERGED" -> MERGED;
            case "NOT_REGISTERED", "DECLINED" -> NOT_REGISTERED;
            case "VOIDED" -> VOIDED;
            default -> CLOSED;
        };
    }

    /** Nothing is left to be done but to file it. */
    public boolean closed() {
        return ordinal() >= CLOSED.ordinal();
    }
}
