package org.sanban.visits;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** {@code visit.entered}, {@code .solved}, {@code .judged}, {@code matter.listed}, {@code matter.done}, {@code contact.agreed}, {@code contact.made}. */
public record VisitChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}
