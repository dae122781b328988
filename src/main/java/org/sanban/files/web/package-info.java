@NullMarked
package org.sanban.files.web;

import org.jspecify.annotations.NullMarked;
