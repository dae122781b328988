/** What every page and every answer is made of: the shell, texts, refusals and their words. */
@NullMarked
package org.sanban.pages;

import org.jspecify.annotations.NullMarked;
