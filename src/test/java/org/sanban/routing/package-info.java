@NullMarked
package org.sanban.routing;

import org.jspecify.annotations.NullMarked;
