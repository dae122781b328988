/** The demo office: a fictional province, for trying out and for tests. Not in production. */
@NullMarked
package org.sanban.demo;

import org.jspecify.annotations.NullMarked;
