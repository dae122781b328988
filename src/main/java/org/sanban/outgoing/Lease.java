package org.sanban.outgoing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the pen (编辑占用).
 *
 * @param window the editing window, as the client named it; only told to its own holder
 * @param mine it is the caller's window
 */
public record Lease(@Nullable Long holder, @Nullable String holderName, @Nullable Instant since, @Nullable Instant until, boolean mine) {

    static final Lease NOBODY = new Lease(null, null, null, null, false);
}
