/** Materials, seats and name plates. */
@NullMarked
package org.sanban.meetings.papers;

import org.jspecify.annotations.NullMarked;
