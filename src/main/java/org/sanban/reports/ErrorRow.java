package org.sanban.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An error as the reports see it: without any person.
 *
 * @param made when it was made, or found where nobody knows; by it an error belongs to a period (domain.md §7.8)
 * @param matterKind kind of subject among whose number it counts: that of its own matter, else that of its business; null where its business has none
 * @param unit 0 while none is named
 * @param distance steps between where it was made and where it was found, in the order of the business; null where one is unknown
 * @param description null where not everybody may read it
 */
public record ErrorRow(
        long id, String no, String business, @Nullable String subject, @Nullable String matterKind, String urgency, String source, Instant made, Instant found,
        @Nullable String foundStep, @Nullable String introducedStep, long unit, @Nullable String kind, @Nullable String type, @Nullable String severity,
        boolean nearMiss, boolean counts, boolean confirmed, boolean outside, @Nullable Integer distance, @Nullable Long recurrenceOf, String state,
        @Nullable String description) {

    /** Confirmed and of a grade that counts (S1 and above). */
    public boolean error() {
        return confirmed && counts;
    }

    public boolean dismissed() {
        return state.equals("REJECTED") || state.equals("VOIDED");
    }
}
