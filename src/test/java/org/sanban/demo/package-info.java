/** Tests of the demo office. */
@NullMarked
package org.sanban.demo;

import org.jspecify.annotations.NullMarked;
