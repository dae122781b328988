package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/** An outgoing paper as it is stored. Where it stands and who holds it is the engine's. */
record Row(
        long id,
        long drafter,
        long ownerUnit,
        Instant createdAt,
        Draft draft,
        int textVersion,
        long writtenBy,
        Instant writtenAt,
        @Nullable Long leaseHolder,
        @Nullable String leaseWindow,
        @Nullable Instant leaseSince,
        @Nullable Instant leaseUntil,
        @Nullable Instant signedAt,
        @Nullable LocalDate signedOn,
        @Nullable String series,
        @Nullable Long reservedLine,
        @Nullable String number,
        @Nullable Long numberLine,
        @Nullable Instant numberedAt,
        @Nullable Long numberedText,
        @Nullable Instant dispatchedAt,
        @Nullable Long dispatchedText,
        @Nullable Instant publishedAt,
        @Nullable String publishedWhere,
        List<String> missingWaived,
        @Nullable String waiverReason,
        @Nullable Instant recalledAt,
        @Nullable String recallReason,
        @Nullable Long correctedBy,
        @Nullable Instant closedAt) {

    SubjectRef subject() {
        return OutgoingKind.ref(id);
    }

    /** Does somebody hold the pen at {@code at}? */
    boolean leasedAt(Instant at) {
        return leaseHolder != null && leaseUntil != null && leaseUntil.isAfter(at);
    }

    boolean leasedTo(long person, String window, Instant at) {
        return leasedAt(at) && leaseHolder != null && leaseHolder == person && window.equals(leaseWindow);
    }
}
