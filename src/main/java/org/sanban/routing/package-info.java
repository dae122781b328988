/** 行文规则: who may write to whom, in which form, with what in order; rules of domain.md §3.8 as readable policies. */
@NullMarked
package org.sanban.routing;

import org.jspecify.annotations.NullMarked;
