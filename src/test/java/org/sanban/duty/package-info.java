@NullMarked
package org.sanban.duty;

import org.jspecify.annotations.NullMarked;
