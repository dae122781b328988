/** Rooms, their bookings, and the calendar. */
@NullMarked
@NamedInterface("rooms")
package org.sanban.meetings.rooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
