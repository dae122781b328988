/** Pages and API of the error register. */
@NullMarked
package org.sanban.errors.web;

import org.jspecify.annotations.NullMarked;
