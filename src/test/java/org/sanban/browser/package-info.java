/** Tests in a real Chromium. */
@NullMarked
package org.sanban.browser;

import org.jspecify.annotations.NullMarked;
