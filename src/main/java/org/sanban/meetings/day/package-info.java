/** The day of the meeting: check-in, running sheet, equipment. */
@NullMarked
@NamedInterface("day")
package org.sanban.meetings.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
