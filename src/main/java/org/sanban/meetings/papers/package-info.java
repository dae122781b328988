/** Materials, seats and name plates. */
@NullMarked
@NamedInterface("papers")
package org.sanban.meetings.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
