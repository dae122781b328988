package org.sanban.archive;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** Something was done to an item of the archive: {@code archive.handed-over}, {@code archive.catalogued}, {@code archive.tested}, {@code archive.rejected} … */
public record ArchiveChanged(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail) implements Happening {}
