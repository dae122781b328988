package org.sanban.errors;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * What somebody tells (报告), in under a minute: one sentence is enough. Everything else is found out afterwards.
 *
 * @param subject what it happened to; null where it is not kept here, then {@code words} name it
 * @param business null where the subject says it
 * @param foundAt null for now
 * @param self true when it was the teller's own; also says so to the restricted block
 * @param span the place marked in the text, or null
 */
public record Report(
        @Nullable SubjectRef subject, @Nullable String words, @Nullable String business, Source source, boolean self, String description,
        @Nullable String shouldBe, @Nullable Instant foundAt, @Nullable String foundStep, @Nullable Instant madeAt, @Nullable String madeStep,
        @Nullable Long unit, @Nullable String kind, @Nullable String type, @Nullable String severity, @Nullable String effect,
        ErrorRecord.@Nullable Span span, @Nullable String correction, @Nullable Instant correctedAt) {

    /** The shortest report there is. */
    public static Report of(@Nullable SubjectRef subject, @Nullable String business, Source source, String description) {
        return new Report(subject, null, business, source, source == Source.SELF, description, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
