package org.sanban.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer given to the sender (答复).
 *
 * @param text what was answered, or null
 * @param link where the answer stands, or null
 * @param number of the document that answers, or null
 */
public record Reply(
        Form form,
        LocalDate on,
        @Nullable String text,
        @Nullable String link,
        @Nullable String number,
        long by,
        Instant at) {

    /** 答复形式. */
    public enum Form {
        /** 批复. */
        REPLY,
        /** 函. */
        LETTER,
        /** 抄告单. */
        COPY_SLIP,
        PHONE,
        NOTICE,
        OTHER
    }

    /** Is it the same, whenever it was written? */
    boolean says(Reply other) {
        return form == other.form && on.equals(other.on) && Objects.equals(text, other.text) && Objects.equals(link, other.link)
                && Objects.equals(number, other.number) && by == other.by;
    }
}
