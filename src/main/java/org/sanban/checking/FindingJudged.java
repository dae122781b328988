package org.sanban.checking;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * Somebody said what is to be thought of a finding, mended it, or answered a question of a step.
 *
 * @param what {@code check.waived}, {@code check.false-alarm}, {@code check.taken-back}, {@code check.corrected}, {@code check.answered}
 */
public record FindingJudged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}
