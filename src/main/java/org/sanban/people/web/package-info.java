/** Pages and JSON of units, persons, roles, absence and the calendar. */
@NullMarked
package org.sanban.people.web;

import org.jspecify.annotations.NullMarked;
