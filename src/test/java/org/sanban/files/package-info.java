@NullMarked
package org.sanban.files;

import org.jspecify.annotations.NullMarked;
