/** The benchmark: Sanban beside general engines and beside what the database can do at all. Nothing of it is in the product. */
@NullMarked
package org.sanban.bench;

import org.jspecify.annotations.NullMarked;
