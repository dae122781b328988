/** Pages and API of the register of issue numbers. */
@NullMarked
package org.sanban.numbers.web;

import org.jspecify.annotations.NullMarked;
