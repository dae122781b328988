/** Tests of meetings. */
@NullMarked
package org.sanban.meetings;

import org.jspecify.annotations.NullMarked;
