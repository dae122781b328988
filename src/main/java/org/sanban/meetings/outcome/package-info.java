/** Decisions (议定事项), minutes, press release. */
@NullMarked
package org.sanban.meetings.outcome;

import org.jspecify.annotations.NullMarked;
