@NullMarked
package org.sanban.collation;

import org.jspecify.annotations.NullMarked;
