package org.sanban.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.workflow.Urgency;

/**
 * A leader wrote an instruction (批示) on a paper. Published in the transaction of that act.
 *
 * @param movement by which it was given; one instruction a movement
 * @param leader who gave it, also where somebody else wrote it down
 * @param words verbatim; null where the paper was circled
 */
public record InstructionGiven(
        SubjectRef paper, long movement, long leader, @Nullable String words, String title, @Nullable String number, Urgency urgency, Instant at) {}
