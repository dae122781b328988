@NullMarked
package org.sanban.visits;

import org.jspecify.annotations.NullMarked;
