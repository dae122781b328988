/** Fonts by role out of files of any kind, and small fonts with the characters of one paper only. */
@NullMarked
package org.sanban.layout.fonts;

import org.jspecify.annotations.NullMarked;
