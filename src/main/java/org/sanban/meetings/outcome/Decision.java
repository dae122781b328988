package org.sanban.meetings.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Body;

/**
 * A decision (议定事项): what, who leads, who supports, by when.
 *
 * @param noFollow why nothing is to be followed up, null where something is
 * @param assigned when it was handed over to whoever follows it up
 */
public record Decision(
        long id, long meeting, @Nullable Long item, int no, String text, @Nullable Body lead, List<Body> support, @Nullable Instant due, @Nullable String noFollow,
        @Nullable Instant assigned, int version) {

    /** What is typed for one. */
    public record Entry(String text, @Nullable Long item, @Nullable Body lead, List<Body> support, @Nullable Instant due, @Nullable String noFollow) {}

    /** The same decision, as it was typed. */
    boolean says(Entry e) {
        return text.equals(e.text().strip()) && Objects.equals(item, e.item()) && Objects.equals(lead, e.lead()) && support.equals(e.support())
                && Objects.equals(due, e.due()) && Objects.equals(Objects.requireNonNullElse(noFollow, ""), Objects.requireNonNullElse(e.noFollow(), "").strip());
    }

    /** Somebody follows it up, or it says why nobody does. */
    public boolean settled() {
        return assigned != null || noFollow != null;
    }

    public boolean whole() {
        return noFollow != null || lead != null && due != null;
    }
}
