package org.sanban.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A rung of the escalation ladder was reached (domain.md §2.8). Published inside the job's transaction, once a rung.
 *
 * @param rung 0 before the deadline, 1 at it, 2 and more beyond
 * @param tell the persons to be told, each once
 */
public record ReminderDue(
        SubjectRef subject,
        long task,
        String step,
        int rung,
        String title,
        @Nullable String number,
        Urgency urgency,
        @Nullable Instant due,
        @Nullable Long holder,
        List<Long> tell,
        Instant at)
        implements Happening {

    @Override
    public long actor() {
        return 0;
    }

    @Override
    public String what() {
        return "handling.reminded";
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("task", task, "rung", rung, "tell", tell);
    }
}
