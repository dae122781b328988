/** 档案: hand-over, arranging and storing of what is done, with the same-day clock. */
@NullMarked
package org.sanban.archive;

import org.jspecify.annotations.NullMarked;
