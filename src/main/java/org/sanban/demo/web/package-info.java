/** Pages for those who build the product. Not there in production. */
@NullMarked
package org.sanban.demo.web;

import org.jspecify.annotations.NullMarked;
