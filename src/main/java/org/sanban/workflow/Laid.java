package org.sanban.workflow;

import java.time.Instant;
import java.util.Set;
import org.sanban.audit.SubjectRef;

/** Something that nobody handed over but a job began now lies in their trays; published beside the start, for those who want to be told. */
public record Laid(SubjectRef subject, String title, Set<Long> persons, Instant at) {}
