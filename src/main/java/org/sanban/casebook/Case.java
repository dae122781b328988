package org.sanban.casebook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * A case (案例) of the casebook.
 *
 * @param ref e.g. {@code CB-2026-03}
 * @param error the record that it was written from
 * @param business code of the line of business; {@code stage} the step in which it happened
 * @param edition of the text published last, 0 while there is none
 * @param text the one asked for: the draft for its writers, the published one for everybody else
 * @param textId of the published text, null for a draft
 * @param reviewOn day on which somebody looks whether it still teaches anything
 */
public record Case(
        long id, String ref, long error, String business, @Nullable String stage, @Nullable String kind, @Nullable String severity, State state, int edition,
        CaseText text, @Nullable Long textId, @Nullable Instant publishedAt, @Nullable LocalDate reviewOn, @Nullable String removeReason, int version) {

    public static final String KIND = "casebook-case";

    public enum State {
        DRAFT,
        PUBLISHED,
        /** Taken out, with a reason; those who were told keep their volume. */
        REMOVED
    }

    public SubjectRef subject() {
        return new SubjectRef(KIND, id);
    }
}
