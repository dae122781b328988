package org.sanban.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * Work that could not be done in the background, standing open until it was done or settled (promise 12).
 *
 * @param work the job's name, or a module's word for one piece of work, e.g. {@code notices.mail}
 * @param subject the piece it failed on; null for a whole job
 * @param times how often it failed since it was last done
 */
public record FailedWork(
        long id, String work, @Nullable SubjectRef subject, String reason, Instant firstAt, Instant lastAt, int times) {}
