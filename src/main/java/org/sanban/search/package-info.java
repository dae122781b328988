/** Finding anything by number, sender or words, two-character words included. */
@NullMarked
package org.sanban.search;

import org.jspecify.annotations.NullMarked;
