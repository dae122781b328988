package org.sanban.workflow.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;

/**
 * A step about to be finished.
 *
 * @param handling its identifier
 * @param step the step that is left
 * @param transition the way taken
 * @param to the step entered, or {@code end}
 * @param openReaders names of those who were sent it for reading and have not finished
 * @param onBehalfOf the person for whom the actor acts, or null
 */
public record Attempt(
        SubjectRef subject,
        long handling,
        String step,
        String transition,
        String to,
        @Nullable String outcome,
        Map<String, String> attributes,
        List<String> openReaders,
        @Nullable String opinion,
        Actor by,
        @Nullable Long onBehalfOf,
        Instant at) {}
