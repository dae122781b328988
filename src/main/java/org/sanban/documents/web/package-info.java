/** Pages and API of incoming papers. */
@NullMarked
package org.sanban.documents.web;

import org.jspecify.annotations.NullMarked;
