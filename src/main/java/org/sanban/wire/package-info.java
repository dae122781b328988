/** The way to the database: what waits for no answer leaves together with the next statement that does. */
@NullMarked
package org.sanban.wire;

import org.jspecify.annotations.NullMarked;
