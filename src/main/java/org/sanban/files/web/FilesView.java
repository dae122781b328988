package org.sanban.files.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * The files of one subject as a page shows them.
 *
 * @param megabytes the largest file that is taken
 */
public record FilesView(SubjectRef subject, List<Line> lines, boolean mayAttach, long megabytes) {

    /**
     * One file.
     *
     * @param size in words, e.g. 1.2 MB
     * @param shows whether a browser can show it
     * @param mayVoid whether this reader may withdraw it
     * @param voidedBy null while it stands
     */
    public record Line(
            long id, String name, String type, String copy, String size, @Nullable Integer pages, String examined, String who,
            Instant at, boolean shows, boolean mayVoid, @Nullable String voidedBy, @Nullable String voidReason) {}
}
