/** Rooms, their bookings, and the calendar. */
@NullMarked
package org.sanban.meetings.rooms;

import org.jspecify.annotations.NullMarked;
