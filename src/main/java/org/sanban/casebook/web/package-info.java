/** Pages and API of the casebook. */
@NullMarked
package org.sanban.casebook.web;

import org.jspecify.annotations.NullMarked;
