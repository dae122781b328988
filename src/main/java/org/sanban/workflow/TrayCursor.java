package org.sanban.workflow;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/**
 * The place in a list after which the next page begins.
 *
 * @param first true while in the part that stands on top (the urgent lane)
 * @param at the instant the list is ordered by, null for none
 */
public record TrayCursor(boolean first, @Nullable Instant at, long id) {

    /** @throws Refused when the text is not one that {@link #toString} wrote; null for null or blank */
    public static @Nullable TrayCursor of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String[] parts = text.split("_", -1);
            Instant at = parts[1].isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(parts[1].substring(0, parts[1].indexOf('.'))), Long.parseLong(parts[1].substring(parts[1].indexOf('.') + 1)));
            return new TrayCursor(parts[0].equals("1"), at, Long.parseLong(parts[2]));
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException unreadable) {
            throw new Refused(Objection.of("workflow.refusal.cursor").at("after"));
        }
    }

    @Override
    public String toString() {
        return (first ? "1" : "0") + "_" + (at == null ? "" : at.getEpochSecond() + "." + at.getNano()) + "_" + id;
    }

    /** As SQL reads it; what has no limit comes last. */
    String sql() {
        return at == null ? "infinity" : at.toString();
    }
}
