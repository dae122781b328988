package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An approval of exactly one revision (promise 4).
 *
 * @param no of the revision
 * @param person who gave it; null where a body outside did
 * @param unit the person's
 * @param organization the body outside whose opinion was recorded
 * @param name of the person, or of who signed for the body
 * @param words opinion, verbatim; null for a bare signature, which counts as consent
 * @param file a paper that bears the opinion of a body outside
 * @param givenOn the day that stands beside the signature
 * @param enteredBy who wrote it down: the person, whoever acts for the person, or the drafter for bodies outside
 * @param deputy {@code enteredBy} signed in the place of the person, by delegation (代签)
 * @param movement the act by which it was given; null where it was recorded of a body outside
 * @param voided null while it stands
 */
public record Approval(
        long id, long revision, int no, String sha256, Kind kind, @Nullable Verdict verdict, @Nullable Long person, @Nullable Long unit,
        @Nullable Long organization, String name, @Nullable String words, @Nullable Long file, LocalDate givenOn, long enteredBy, boolean deputy,
        @Nullable Long movement, Instant at, @Nullable Voided voided) {

    /** What is approved by it: 会签, 核稿审核, 合法性审核, 签发, 签发人确认, 复核. */
    public enum Kind {
        COUNTERSIGN,
        REVIEW,
        LEGAL,
        SIGN,
        CONFIRM,
        RECHECK
    }

    /** 同意, 同意但须修改, 不同意, 无意见. */
    public enum Verdict {
        AGREE,
        AGREE_WITH_CHANGES,
        DISAGREE,
        NO_COMMENT
    }

    /** @param revision the one that made it void; {@code reason}: the rule */
    public record Voided(long revision, int no, Reason reason, Instant at) {}

    /** Why an approval no longer stands: signatures by any change, countersignatures and legality reviews by one of substance. */
    public enum Reason {
        TEXT_CHANGED,
        CHANGED_IN_SUBSTANCE,
        /** Whoever gave it took it back. */
        WITHDRAWN
    }

    public boolean living() {
        return voided == null;
    }

    boolean signs() {
        return kind == Kind.SIGN || kind == Kind.CONFIRM;
    }
}
