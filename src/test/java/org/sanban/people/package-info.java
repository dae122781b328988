@NullMarked
package org.sanban.people;

import org.jspecify.annotations.NullMarked;
