package org.sanban.collation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A proof was compared, or a difference confirmed.
 *
 * @param what {@code collation.compared} or {@code collation.confirmed}
 * @param discrepancies what differed, for those who learn from it; the trail keeps their number only
 */
public record ProofCompared(
        SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail, String purpose, long comparison, List<Discrepancy> discrepancies)
        implements Happening {}
