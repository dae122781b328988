/** Tests of outgoing papers. */
@org.jspecify.annotations.NullMarked
package org.sanban.outgoing;
