@NullMarked
package org.sanban.workflow;

import org.jspecify.annotations.NullMarked;
