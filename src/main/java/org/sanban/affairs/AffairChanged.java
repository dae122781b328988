package org.sanban.affairs;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * Something was written on an affair: {@code affair.begun}, {@code .changed}, {@code .numbered}, {@code .entrusted}, {@code .reported},
 * {@code .result-said}, {@code .answered}, {@code .asked}, {@code .closed}, {@code .instructed} …
 */
public record AffairChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}
