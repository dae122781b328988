package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outgoing paper as it stands, for whoever may see it.
 *
 * @param version of the text; a save names it
 * @param sha256 of the text as it stands; a signature names it
 * @param revision number of the last frozen text, 0 before the first
 * @param frozen the text as it stands is that revision
 * @param signed it is a text that somebody signed who may
 * @param signedOn 成文日期, null before the signature
 * @param step where it stands, null when it has ended
 * @param task the open main task that the reader may finish, or null
 * @param writes the reader may write in the text now
 * @param copies of all dispatch lines
 * @param correctedBy the paper that corrects it
 */
public record OutgoingPaper(
        long id, int version, Draft draft, long drafter, long ownerUnit, Instant createdAt, long writtenBy, Instant writtenAt, String sha256,
        int revision, boolean frozen, boolean signed, @Nullable LocalDate signedOn, @Nullable String series, @Nullable String number,
        @Nullable Instant numberedAt, @Nullable Instant dispatchedAt, @Nullable Instant publishedAt, @Nullable String publishedWhere,
        List<String> missingWaived, @Nullable String waiverReason, @Nullable Instant recalledAt, @Nullable String recallReason,
        @Nullable Long correctedBy, @Nullable Instant closedAt, int copies, Lease lease, List<Elements.File> files, @Nullable String step,
        String state, @Nullable String outcome, @Nullable Long task, boolean writes) {}
