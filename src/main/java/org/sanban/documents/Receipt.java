package org.sanban.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Receipt (签收): when a paper came, by which way, who signed for it, and what was checked piece by piece.
 *
 * @param receivedAt to the minute; its year is the year of the incoming number
 * @param receiver the person who signed for it
 * @param exception what was wrong: a missing page, a broken seal, a wrong addressee; null for nothing
 */
@Embeddable
public record Receipt(
        Instant receivedAt,
        long receiver,
        @Enumerated(EnumType.STRING) Channel channel,
        boolean copiesCounted,
        boolean pagesChecked,
        boolean sealIntact,
        @Column(name = "receipt_exception") @Nullable String exception) {

    /** The way it came (来文渠道, domain.md §2.1). */
    public enum Channel {
        E_EXCHANGE,
        PAPER_EXCHANGE,
        /** 机要: a stub at most, never a text. */
        CONFIDENTIAL_COURIER,
        FAX,
        TELEGRAM_PLAIN,
        HAND,
        MEETING_HANDOUT,
        EMAIL
    }

    /** A receipt with everything found in order. */
    public static Receipt inOrder(Instant receivedAt, long receiver, Channel channel) {
        return new Receipt(receivedAt, receiver, channel, true, true, true, null);
    }
}
