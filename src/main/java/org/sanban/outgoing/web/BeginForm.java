package org.sanban.outgoing.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;

/**
 * What a draft begins with.
 *
 * @param direction null for the usual one of the type
 * @param onBehalfOf the body for which it is drafted (代拟稿)
 * @param answers the incoming paper that it answers
 */
record BeginForm(
        @NotNull @Nullable DocType docType, @Nullable Direction direction, @NotNull @Nullable Long issuer, @Nullable Long onBehalfOf,
        @Nullable Long answers, @Nullable String requestId) {

    /** What it is by custom (domain.md §3.2); of an opinion the person says it. */
    @Nullable Direction towards() {
        if (direction != null || docType == null) {
            return direction;
        }
        return switch (docType) {
            case REPORT, REQUEST -> Direction.UP;
            case LETTER, BILL -> Direction.LATERAL;
            case OPINION -> null;
            default -> Direction.DOWN;
        };
    }
}
