package org.sanban.documents;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * Something was written on an incoming paper.
 *
 * @param what {@code incoming.received}, {@code .registered}, {@code .changed}, {@code .reviewed}, {@code .assigned}, {@code .replied},
 *     {@code .readers-waived}, {@code .returned}, {@code .closed}, {@code .turned-for-action}
 */
public record IncomingChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail)
        implements Happening {}
