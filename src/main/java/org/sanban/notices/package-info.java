/** Telling people: in the page and by e-mail, retried, and visible when it fails. */
@NullMarked
package org.sanban.notices;

import org.jspecify.annotations.NullMarked;
