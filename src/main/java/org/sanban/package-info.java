@NullMarked
package org.sanban;

import org.jspecify.annotations.NullMarked;
