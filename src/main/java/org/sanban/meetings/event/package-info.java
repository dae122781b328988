/** Large events (重大活动). */
@NullMarked
package org.sanban.meetings.event;

import org.jspecify.annotations.NullMarked;
