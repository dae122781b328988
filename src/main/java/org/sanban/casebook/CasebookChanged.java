package org.sanban.casebook;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** Something was written into the casebook, published or taken out. @param what e.g. {@code casebook.published} */
public record CasebookChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}
