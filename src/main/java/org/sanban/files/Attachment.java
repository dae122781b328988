package org.sanban.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * A file that belongs to a subject (附件).
 *
 * @param size bytes
 * @param pages where the type has pages and they could be counted
 * @param examined how far its text was searched for marks of secrecy: FULLY, PARTLY or NOT (pictures)
 * @param voided null while it stands
 */
public record Attachment(
        long id,
        SubjectRef subject,
        String name,
        String sha256,
        long size,
        FileType type,
        Copy copy,
        @Nullable Integer pages,
        String examined,
        long uploadedBy,
        Instant uploadedAt,
        @Nullable Voided voided) {

    /** What kind of copy it is. */
    public enum Copy {
        /** The paper itself (正本). */
        ORIGINAL,
        /** 附件. */
        ATTACHMENT,
        /** What a step had to produce (办理结果). */
        RESULT,
        /** 扫描件. */
        SCAN
    }

    /** Withdrawn, never deleted (作废). */
    public record Voided(Instant at, long by, String reason) {}
}
