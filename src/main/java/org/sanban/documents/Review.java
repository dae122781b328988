package org.sanban.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A first review (初审), as written down.
 *
 * @param answers the tests answered; true: passed
 * @param grounds what stands against the paper, each with the words for the sender
 * @param toCorrect what the sender is to correct, or null
 */
public record Review(
        Map<LawTest, Boolean> answers, List<Found> grounds, @Nullable String toCorrect, long by, Instant at) {

    /** A ground of return and what it is seen by. */
    public record Found(Ground ground, String text) {}

    /** Were all five tests answered? */
    public boolean complete() {
        return answers.keySet().containsAll(List.of(LawTest.values()));
    }

    public boolean passed() {
        return complete() && !answers.containsValue(false);
    }

    /** Is it the same, whenever it was written? A second sending of one form adds nothing. */
    boolean says(Review other) {
        return answers.equals(other.answers) && grounds.equals(other.grounds) && Objects.equals(toCorrect, other.toCorrect) && by == other.by;
    }
}
