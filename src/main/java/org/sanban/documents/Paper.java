package org.sanban.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * An incoming paper as its page and the API show it.
 *
 * @param number the incoming number (收文号), null until it is registered
 * @param recalledAt when its sender took it back, or null
 * @param result how it ended: REPLIED, NO_REPLY, READ, RETURNED, DUPLICATE; null while it runs
 * @param step where it stands, null once it is closed
 * @param task the main task of the reader that is open, or null
 */
public record Paper(
        long id,
        int version,
        @Nullable String number,
        @Nullable Instant registeredAt,
        @Nullable Long registeredBy,
        Receipt receipt,
        Particulars particulars,
        List<String> readersWaived,
        @Nullable String waiverReason,
        @Nullable Instant returnedAt,
        @Nullable Long returnedBy,
        @Nullable Instant closedAt,
        @Nullable Long closedBy,
        @Nullable Instant recalledAt,
        @Nullable String recallReason,
        @Nullable String result,
        @Nullable Review review,
        @Nullable Assignment assignment,
        @Nullable Reply reply,
        @Nullable String step,
        String state,
        @Nullable Long task) {

    public SubjectRef subject() {
        return new SubjectRef(IncomingKind.KIND, id);
    }

    /** Does one of these steps lie before the reader? */
    public boolean mine(String... steps) {
        return task != null && java.util.Arrays.asList(steps).contains(step);
    }
}
