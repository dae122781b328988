/** Visits (调研、面对面): problems found there, the list of important matters, the regular channel. */
@NullMarked
package org.sanban.visits;

import org.jspecify.annotations.NullMarked;
