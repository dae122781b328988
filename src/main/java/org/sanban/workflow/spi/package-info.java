/** What a kind of subject contributes to the engine. */
@NullMarked
@NamedInterface("spi")
package org.sanban.workflow.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
