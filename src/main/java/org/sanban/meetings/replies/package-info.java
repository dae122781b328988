/** Notice and replies (通知、回执). */
@NullMarked
package org.sanban.meetings.replies;

import org.jspecify.annotations.NullMarked;
