/** 办文: official documents, incoming and (later) outgoing. */
@NullMarked
package org.sanban.documents;

import org.jspecify.annotations.NullMarked;
