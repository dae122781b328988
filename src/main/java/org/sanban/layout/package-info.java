/** Papers in their official form: a pure core that places runs of text in mm, and thin writers behind it. Knows no documents. */
@NullMarked
package org.sanban.layout;

import org.jspecify.annotations.NullMarked;
