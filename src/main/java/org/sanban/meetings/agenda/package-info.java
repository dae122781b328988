/** Topics (议题) and the agenda, with the calling-in of units. */
@NullMarked
package org.sanban.meetings.agenda;

import org.jspecify.annotations.NullMarked;
