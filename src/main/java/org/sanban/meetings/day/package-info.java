/** The day of the meeting: check-in, running sheet, equipment. */
@NullMarked
package org.sanban.meetings.day;

import org.jspecify.annotations.NullMarked;
