/** Thin writers: pages of placed runs become PDF, OFD and SVG; a paper becomes DOCX. */
@NullMarked
package org.sanban.layout.write;

import org.jspecify.annotations.NullMarked;
