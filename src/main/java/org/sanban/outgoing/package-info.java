/** 发文: outgoing documents from the first draft to the last copy. */
@NullMarked
package org.sanban.outgoing;

import org.jspecify.annotations.NullMarked;
