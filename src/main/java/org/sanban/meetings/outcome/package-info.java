/** Decisions (议定事项), minutes, press release. */
@NullMarked
@NamedInterface("outcome")
package org.sanban.meetings.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
