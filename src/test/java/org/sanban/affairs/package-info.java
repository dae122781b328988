@NullMarked
package org.sanban.affairs;

import org.jspecify.annotations.NullMarked;
