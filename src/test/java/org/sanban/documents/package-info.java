/** Incoming papers in the sample office. */
@NullMarked
package org.sanban.documents;

import org.jspecify.annotations.NullMarked;
