@NullMarked
package org.sanban.archive.web;

import org.jspecify.annotations.NullMarked;
