/** Large events (重大活动). */
@NullMarked
@NamedInterface("event")
package org.sanban.meetings.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
