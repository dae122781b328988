/** Topics (议题) and the agenda, with the calling-in of units. */
@NullMarked
@NamedInterface("agenda")
package org.sanban.meetings.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
