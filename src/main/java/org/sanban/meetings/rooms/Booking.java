package org.sanban.meetings.rooms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room held for a time (预订).
 *
 * @param meeting null where it is held for something else, or for a meeting that the reader may not see
 * @param title empty for such a meeting
 */
public record Booking(long id, long room, @Nullable Long meeting, String title, Instant from, Instant until, long by) {

    /** As it is told to whoever may not see the meeting. */
    Booking untitled() {
        return new Booking(id, room, null, "", from, until, by);
    }
}
