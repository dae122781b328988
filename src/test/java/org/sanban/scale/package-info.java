/** An office that has worked for years, made up in the database: for tests in small, for the benchmark in full size. */
@NullMarked
package org.sanban.scale;

import org.jspecify.annotations.NullMarked;
