/** Pages of the duty desk. */
@NullMarked
package org.sanban.duty.web;

import org.jspecify.annotations.NullMarked;
