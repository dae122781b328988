/** The search page, the palette, and the search for programs. */
@NullMarked
package org.sanban.search.web;

import org.jspecify.annotations.NullMarked;
