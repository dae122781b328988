package org.sanban.reports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** Another base period was set: what time saved is measured against. @param before null where there was none */
record BaseSet(Span span, @Nullable Span before, long actor, Instant at) implements Happening {

    @Override
    public SubjectRef subject() {
        return new SubjectRef("report-base", 1);
    }

    @Override
    public String what() {
        return "report.base-set";
    }

    @Override
    public Map<String, ?> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("from", span.from().toString());
        detail.put("to", span.last().toString());
        if (before != null) {
            detail.put("before", before.from() + " – " + before.last());
        }
        return detail;
    }
}
