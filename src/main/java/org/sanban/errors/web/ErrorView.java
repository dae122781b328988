package org.sanban.errors.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Actions;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Explaining;
import org.sanban.errors.Recurrence;
import org.sanban.errors.Verifying;
import org.sanban.pages.ListAddress;

/**
 * What the page of an error shows.
 *
 * @param alike earlier ones with like words, for whoever classifies it
 * @param course the reader sees where it lies
 * @param block there is a way to the restricted block for this reader; {@code concerned}: it is about the reader
 * @param matter number or title of what it happened to where the reader sees that, else what was told of it, else empty
 */
public record ErrorView(
        ErrorRecord error, ErrorWords words, List<Actions.Action> actions, List<Verifying.Verification> looks, Explaining.@Nullable Explanation explanation,
        List<Recurrence.Earlier> alike, boolean course, boolean block, boolean concerned, String matter) {

    /** Where the rules that were made of it are asked for, with the words that a new one begins with. */
    public String rulesHref() {
        ErrorRecord.Span span = error.span();
        return ListAddress.of("/checks/origin").with("subject", error.ref()).with("words", error.no()).with("before", span == null ? null : span.quote())
                .with("after", error.shouldBe()).toString();
    }
}
