@NullMarked
package org.sanban.numbers;

import org.jspecify.annotations.NullMarked;
