package org.sanban.files;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A file was added to a subject ({@code file.added}) or withdrawn from it ({@code file.voided}). Named by number and hash: a file's
 * name says what a paper is about, and who reads the trail may not see the paper.
 */
public record AttachmentChanged(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail)
        implements Happening {}
