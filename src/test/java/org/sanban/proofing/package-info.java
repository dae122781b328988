@NullMarked
package org.sanban.proofing;

import org.jspecify.annotations.NullMarked;
