@NullMarked
package org.sanban.wire;

import org.jspecify.annotations.NullMarked;
