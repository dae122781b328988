@NullMarked
package org.sanban.security;

import org.jspecify.annotations.NullMarked;
