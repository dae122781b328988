package org.sanban.outgoing;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * Something was written on an outgoing paper, or became of it.
 *
 * @param what {@code outgoing.begun}, {@code .taken-over}, {@code .frozen}, {@code .answered}, {@code .approved},
 *     {@code .approvals-voided}, {@code .numbered}, {@code .number-voided}, {@code .proofread}, {@code .sealed}, {@code .line-added},
 *     {@code .line-struck}, {@code .sent}, {@code .acknowledged}, {@code .dispatched}, {@code .published}, {@code .waived},
 *     {@code .recalled}, {@code .notice-of-correction}, {@code .reason-given}, {@code .closed}
 */
public record OutgoingChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}
