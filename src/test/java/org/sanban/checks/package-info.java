@NullMarked
package org.sanban.checks;

import org.jspecify.annotations.NullMarked;
