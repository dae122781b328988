@NullMarked
package org.sanban.jobs;

import org.jspecify.annotations.NullMarked;
