/** Files of the office (附件): stored by content, described in the database, handed out only through rights. */
@NullMarked
package org.sanban.files;

import org.jspecify.annotations.NullMarked;
