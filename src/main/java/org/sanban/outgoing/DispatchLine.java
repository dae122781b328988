package org.sanban.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch line (核发登记): one recipient with copies, channel, sent, acknowledged.
 *
 * @param incoming the incoming paper that it became in this deployment, or null
 * @param acknowledgedBy who acknowledged it, by name or incoming number
 * @param collective the collective name under which it was meant, or null
 * @param struck taken out with a reason, or null
 */
public record DispatchLine(
        long id, Kind kind, String name, @Nullable Long organization, @Nullable Long unit, int copies, Channel channel, @Nullable Instant sentAt,
        @Nullable Long sentBy, @Nullable Instant acknowledgedAt, @Nullable String acknowledgedBy, @Nullable Long incoming, @Nullable Struck struck,
        @Nullable Instant recalledAt, @Nullable String collective) {

    /** 主送, 抄送, 内部分送. */
    public enum Kind {
        MAIN,
        CC,
        INTERNAL
    }

    /** How it goes (发送渠道). */
    public enum Channel {
        E_EXCHANGE,
        PAPER_EXCHANGE,
        FAX,
        TELEGRAM_PLAIN,
        HAND,
        /** To a unit of this deployment: it becomes its incoming paper at once. */
        INTERNAL
    }

    public record Struck(String reason, long by, Instant at) {}

    public boolean sent() {
        return sentAt != null;
    }

    boolean stands() {
        return struck == null;
    }
}
