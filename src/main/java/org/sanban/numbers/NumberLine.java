package org.sanban.numbers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * One number with all that became of it: a line of the register (发文字号登记簿).
 *
 * @param series code of its series
 * @param year of the signature; of the reservation until it is used
 * @param text as it is printed, e.g. 岭政办函〔2026〕34号
 * @param takenAt when it was reserved, or given at once
 * @param subject what bears it; null while it is reserved, and where the paper stands in an old register only
 * @param title of what bears it; null too where the reader may not see that subject
 * @param signedOn day of signature, office zone
 * @param reservation null where it was given at once
 * @param voiding null while it holds
 */
public record NumberLine(
        long id, long seriesId, String series, int year, int seq, String text, State state, Instant takenAt, @Nullable SubjectRef subject,
        @Nullable String title, @Nullable LocalDate signedOn, @Nullable Long givenBy, @Nullable Instant givenAt,
        @Nullable Reservation reservation, @Nullable Voiding voiding) {

    /** Reserved (预留), given (已编号) or voided (作废). */
    public enum State { RESERVED, GIVEN, VOIDED }

    /** @param until last day on which it can be used, office zone */
    public record Reservation(String reason, long owner, LocalDate until, long by, Instant at) {}

    /** @param reason and {@code approver} are null for a reservation that ran out */
    public record Voiding(@Nullable String reason, @Nullable Long approver, long by, Instant at) {

        public boolean ranOut() {
            return reason == null;
        }
    }

    public SubjectRef ref() {
        return new SubjectRef("number", id);
    }
}
