/** Pages and API of affairs. */
@NullMarked
package org.sanban.affairs.web;

import org.jspecify.annotations.NullMarked;
