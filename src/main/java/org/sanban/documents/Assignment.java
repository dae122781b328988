package org.sanban.documents;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of whom outside the office (分办): the office's own units hold the step itself.
 *
 * @param leadId the body outside that leads, or null where a unit of the office does the work alone
 * @param supporting bodies outside that support
 * @param product what is to be produced: a reply, a letter, a report, a draft
 */
public record Assignment(
        @Nullable Long leadId, List<Long> supporting, Product product, @Nullable String note, long by, Instant at) {

    /** 要求的办理成果. */
    public enum Product {
        REPLY,
        LETTER,
        REPORT,
        DRAFT,
        OPINION,
        NONE
    }

    /** Is it the same, whenever it was written? */
    boolean says(Assignment other) {
        return Objects.equals(leadId, other.leadId) && supporting.equals(other.supporting) && product == other.product
                && Objects.equals(note, other.note) && by == other.by;
    }
}
