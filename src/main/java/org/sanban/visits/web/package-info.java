/** Pages and API of visits. */
@NullMarked
package org.sanban.visits.web;

import org.jspecify.annotations.NullMarked;
