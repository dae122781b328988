@NullMarked
package org.sanban.notices;

import org.jspecify.annotations.NullMarked;
