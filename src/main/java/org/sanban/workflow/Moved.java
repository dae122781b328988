package org.sanban.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * An act was done on a handling. Published inside its transaction.
 *
 * @param edition of the procedure on which the handling runs
 * @param kind START, COMPLETE, RETURN, WITHDRAW, FORWARD, HAND_DOWN, REPORT, RECALL, ADD_SIGNERS, REMOVE_SIGNER, CIRCULATE, READ,
 *     SKIP, URGE, CLAIM, RELEASE, SUSPEND, RESUME, EXTEND, DECIDE, JUMP, VOID, REOPEN, HAND_OVER, CORRECT_OPINION, OVERRIDE_SEEN
 * @param arrivals tasks that lie in a tray because of it, or that somebody is reminded of by it; at a voiding those that fell away
 */
public record Moved(
        SubjectRef subject,
        long handling,
        long edition,
        long movement,
        String kind,
        @Nullable String fromStep,
        @Nullable String toStep,
        @Nullable String transition,
        @Nullable String opinion,
        @Nullable String reason,
        String title,
        @Nullable String number,
        Urgency urgency,
        List<Arrival> arrivals,
        long actor,
        @Nullable Long onBehalfOf,
        Instant at)
        implements Happening {

    /** @param holder null for the tray of a role */
    public record Arrival(long task, String kind, @Nullable Long holder, @Nullable String role, long unit, @Nullable Instant due) {}

    @Override
    public String what() {
        return "handling." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The movement is the line of the trail. */
    @Override
    public boolean carried() {
        return true;
    }
}
