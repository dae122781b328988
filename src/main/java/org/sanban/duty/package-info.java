/** The duty desk (值班): roster, log, hand-over. What has to be reported is an affair with its own limits. */
@NullMarked
package org.sanban.duty;

import org.jspecify.annotations.NullMarked;
