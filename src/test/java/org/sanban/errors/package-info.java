/** Tests of the error register. */
@NullMarked
package org.sanban.errors;

import org.jspecify.annotations.NullMarked;
