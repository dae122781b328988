@NullMarked
package org.sanban.search;

import org.jspecify.annotations.NullMarked;
