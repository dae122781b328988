package org.sanban.affairs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report on the way, or a round of feedback with what it rests on (反馈).
 *
 * @param unit of the office it comes from, or {@code organization} outside
 * @param signedBy who signed it there
 * @param leads it is that of whoever leads, not of a supporting unit
 * @param files ids of its evidence
 */
public record Feedback(
        long id, Kind kind, int round, String words, @Nullable Long unit, @Nullable Long organization, @Nullable String signedBy, boolean leads, long by, Instant at,
        List<Long> files) {

    public enum Kind {
        PROGRESS,
        FEEDBACK
    }

    /** How the review of a round ended (审核). */
    public record Verdict(int round, boolean approved, @Nullable String words, long by, Instant at) {}
}
