/** The small named world that all tests stand in. */
@NullMarked
package org.sanban.testing;

import org.jspecify.annotations.NullMarked;
