/** Figures for supervisors; each opens into the list that it was counted from. */
@NullMarked
package org.sanban.reports;

import org.jspecify.annotations.NullMarked;
