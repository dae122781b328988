/** Pages and API of outgoing documents. */
@NullMarked
package org.sanban.outgoing.web;

import org.jspecify.annotations.NullMarked;
