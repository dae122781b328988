@NullMarked
package org.sanban.layout;

import org.jspecify.annotations.NullMarked;
