package org.sanban.documents;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * Something was written on an incoming paper.
 *
 * @param what {@code incoming.received}, {@code .registered}, {@code .changed}, {@code .reviewed}, {@code .assigned}, {@code .replied},
 *     {@code .recalled}, {@code .readers-waived}, {@code .returned}, {@code .closed}, {@code .turned-for-action}
 * @param receivedBy at registration, the request by which the paper was received; not for the trail
 */
public record IncomingChanged(
        SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail, @Nullable String receivedBy) implements Happening {

    public IncomingChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) {
        this(subject, what, actor, at, detail, null);
    }
}
