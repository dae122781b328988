/** Pages and API of the rules of checking and of what they find. */
@NullMarked
package org.sanban.checking.web;

import org.jspecify.annotations.NullMarked;
