@NullMarked
package org.sanban.notices.web;

import org.jspecify.annotations.NullMarked;
