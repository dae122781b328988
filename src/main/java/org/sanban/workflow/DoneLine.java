package org.sanban.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * A subject one has done something with, or follows: where it stands now.
 *
 * @param id of the task done, or of the handling followed
 * @param title null where it is above the reader's clearance
 * @param step the one done, or the one it stands at; null where it stands at none
 * @param at when it was done, or last moved
 * @param late it was done after its limit, or is past it now
 * @param state RUNNING, CLOSED or VOIDED, of the handling
 * @param holders names of those who hold it now
 */
public record DoneLine(
        long id,
        SubjectRef subject,
        String href,
        @Nullable String title,
        @Nullable String number,
        @Nullable String counterpart,
        Step.@Nullable Name step,
        Urgency urgency,
        Instant at,
        boolean late,
        String state,
        String holders) {

    public TrayCursor cursor() {
        return new TrayCursor(false, at, id);
    }
}
