/** 办会: meetings from the plan to the minutes and what follows from them. */
@NullMarked
package org.sanban.meetings;

import org.jspecify.annotations.NullMarked;
