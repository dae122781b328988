@NullMarked
package org.sanban.audit;

import org.jspecify.annotations.NullMarked;
