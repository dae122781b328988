/** The ground of the house: who did what to which subject, on a trail that can prove it was not altered. */
@NullMarked
package org.sanban.audit;

import org.jspecify.annotations.NullMarked;
