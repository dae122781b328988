/** The way to the database: what waits for no answer leaves together with the next statement that does; conditions and columns that come together bit by bit. */
@NullMarked
package org.sanban.wire;

import org.jspecify.annotations.NullMarked;
