@NullMarked
package org.sanban.archive;

import org.jspecify.annotations.NullMarked;
