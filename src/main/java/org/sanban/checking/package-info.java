/** 核稿规则: the rules of checking of this office, what they find in its papers, and what that is worth. */
@NullMarked
package org.sanban.checking;

import org.jspecify.annotations.NullMarked;
