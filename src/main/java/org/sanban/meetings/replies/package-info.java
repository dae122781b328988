/** Notice and replies (通知、回执). */
@NullMarked
@NamedInterface("replies")
package org.sanban.meetings.replies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
