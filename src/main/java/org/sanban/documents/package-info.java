/** 办文: incoming documents, from the register to the reply. */
@NullMarked
package org.sanban.documents;

import org.jspecify.annotations.NullMarked;
