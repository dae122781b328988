/** Pages and API of meetings. */
@NullMarked
package org.sanban.meetings.web;

import org.jspecify.annotations.NullMarked;
