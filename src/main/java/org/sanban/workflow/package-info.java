/** The engine: subjects run through procedures made of steps. It alone moves them and knows nothing of their content. */
@NullMarked
package org.sanban.workflow;

import org.jspecify.annotations.NullMarked;
