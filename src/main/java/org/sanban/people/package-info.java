/** Units, persons, posts, roles, delegation and the working calendar: who may act, and when the office works. */
@NullMarked
package org.sanban.people;

import org.jspecify.annotations.NullMarked;
