@NullMarked
package org.sanban.reports;

import org.jspecify.annotations.NullMarked;
