package org.sanban.errors;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * Something was done to an error: {@code error.reported}, {@code error.classified} … It never names a person concerned: who told it
 * and who is meant stand in the restricted block alone, so the actor of a report or of a statement is the register itself (0).
 */
public record ErrorChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}
