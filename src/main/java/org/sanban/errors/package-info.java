/** 差错: the register of errors, from the report to the rule. Persons stand in a block of their own. */
@NullMarked
package org.sanban.errors;

import org.jspecify.annotations.NullMarked;
