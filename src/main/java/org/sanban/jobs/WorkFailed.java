package org.sanban.jobs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** A piece of background work failed for the first time since it was last done. */
public record WorkFailed(String work, @Nullable SubjectRef piece, String reason, Instant at) implements Happening {

    @Override
    public SubjectRef subject() {
        return piece == null ? new SubjectRef("work", 0) : piece;
    }

    @Override
    public long actor() {
        return 0;
    }

    @Override
    public String what() {
        return "work.failed";
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("work", work, "reason", reason);
    }
}
