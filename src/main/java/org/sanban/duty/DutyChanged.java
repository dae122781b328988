package org.sanban.duty;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** {@code duty.planned}, {@code .noted}, {@code .given}, {@code .taken}. */
public record DutyChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}
