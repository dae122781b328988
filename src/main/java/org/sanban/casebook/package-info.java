/** 差错汇编 (以案说法): cases written from errors, read as a book, printed in volumes, and the circulars made from the register. */
@NullMarked
package org.sanban.casebook;

import org.jspecify.annotations.NullMarked;
