/** Doors and shell: what stands between a request and the controllers. */
@NullMarked
package org.sanban.security.web;

import org.jspecify.annotations.NullMarked;
