package org.sanban.meetings.replies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Body;

/**
 * A body that is invited (参会单位).
 *
 * @param level the right level of who comes, as the notice says it
 * @param told when the notice reached it, {@code how}: by system, exchange, telephone …
 * @param linked there is a link for it that still works
 */
public record Invitee(
        long id, long meeting, Body body, Kind kind, @Nullable String level, @Nullable String contact, @Nullable String phone, int position, @Nullable Instant told,
        @Nullable String how, @Nullable Instant opened, @Nullable Instant replied, @Nullable Instant linked) {

    /** 出席、列席、旁听. */
    public enum Kind { ATTEND, SIT_IN, OBSERVE }
}
