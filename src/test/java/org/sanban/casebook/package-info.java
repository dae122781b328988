@NullMarked
package org.sanban.casebook;

import org.jspecify.annotations.NullMarked;
