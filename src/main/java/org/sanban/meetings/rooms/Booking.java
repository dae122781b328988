package org.sanban.meetings.rooms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A room held for a time (预订). @param meeting null where it is held for something else */
public record Booking(long id, long room, @Nullable Long meeting, String title, Instant from, Instant until, long by) {}
