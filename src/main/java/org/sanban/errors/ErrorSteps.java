package org.sanban.errors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.workflow.Moved;
import org.sanban.workflow.Positions;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows from every movement of an error, in its transaction and whatever the office's procedure says: the record says how far it is,
 * stamps when, and no opinion or reason names a member of the staff.
 */
@Component
class ErrorSteps {

    /** Steps in order with the stamp that their end sets; going back to one clears it and all later ones. */
    private static final List<Map.Entry<String, String>> STAMPS = List.of(
            Map.entry("verify", "confirmed_at"), Map.entry("classify", "classified_at"), Map.entry("cause", "analysed_at"),
            Map.entry("verification", "verified_at"), Map.entry("explain", "explained_at"));

    private static final List<String> ORDER =
            List.of("verify", "classify", "responsibility", "cause", "correct", "verification", "explain", "casebook", "rule");

    private final ErrorRows rows;
    private final Actions actions;
    private final Positions positions;
    private final StaffNames names;

    ErrorSteps(ErrorRows rows, Actions actions, Positions positions, StaffNames names) {
        this.rows = rows;
        this.actions = actions;
        this.positions = positions;
        this.names = names;
    }

    @EventListener
    void on(Moved moved) {
        if (!moved.subject().kind().equals(ErrorKind.KIND)) {
            return;
        }
        names.refuse(new StaffNames.Field("opinion", moved.opinion()), new StaffNames.Field("reason", moved.reason()));
        actions.follow(moved);
        if (moved.fromStep() != null && !moved.fromStep().equals(moved.toStep()) || moved.kind().equals("REOPEN")) {
            stands(moved);
        }
    }

    private void stands(Moved moved) {
        ErrorRecord error = rows.lock(moved.subject().id());
        String to = moved.toStep();
        Map<String, Object> row = new LinkedHashMap<>();
        if (moved.kind().equals("COMPLETE")) {
            STAMPS.stream().filter(s -> s.getKey().equals(moved.fromStep())).forEach(s -> row.put(s.getValue(), moved.at()));
        } else if (to != null && ORDER.contains(to)) {
            STAMPS.stream().filter(s -> ORDER.indexOf(s.getKey()) >= ORDER.indexOf(to)).forEach(s -> row.put(s.getValue(), null));
        }
        Positions.Position now = positions.of(moved.subject(), Actor.SYSTEM).orElseThrow();
        if (now.step() == null) {
            String outcome = moved.kind().equals("VOID") ? "VOIDED" : now.outcome() == null ? "CLOSED" : now.outcome();
            row.put("state", ended(outcome));
            row.put("outcome", outcome);
            row.put("closed_at", moved.at());
            if (outcome.equals("NOT_AN_ERROR")) {
                row.put("confirmed_at", null);
            }
        } else {
            row.put("state", State.at(now.step(), error.state()));
            row.put("outcome", null);
            row.put("closed_at", null);
        }
        rows.stamp(error.id(), row, moved.at());
    }

    private static State ended(@Nullable String outcome) {
        return switch (String.valueOf(outcome)) {
            case "NOT_AN_ERROR" -> State.REJECTED;
            case "OUTSIDE" -> State.OUTSIDE;
            case "VOIDED" -> State.VOIDED;
            default -> State.CLOSED;
        };
    }
}
