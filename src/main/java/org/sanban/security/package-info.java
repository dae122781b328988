/** Entry: log-in, lock-out, sessions, tokens. Nobody depends on it. */
@NullMarked
package org.sanban.security;

import org.jspecify.annotations.NullMarked;
