/** Pages and API of comparisons. */
@NullMarked
package org.sanban.collation.web;

import org.jspecify.annotations.NullMarked;
