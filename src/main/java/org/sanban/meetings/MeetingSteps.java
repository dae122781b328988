package org.sanban.meetings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sanban.workflow.Moved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows from every movement of a meeting, in its transaction and whatever the office's procedure says. */
@Component
class MeetingSteps {

    private final MeetingRows rows;

    MeetingSteps(MeetingRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(Moved moved) {
        if (!moved.subject().kind().equals(MeetingKind.KIND) || moved.fromStep() == null || moved.fromStep().equals(moved.toStep())) {
            return;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        if (moved.kind().equals("COMPLETE") && moved.fromStep().equals("approve") && ("topics".equals(moved.toStep()) || "notice".equals(moved.toStep()))) {
            row.put("approved_at", moved.at());
            row.put("approved_by", moved.onBehalfOf() == null ? moved.actor() : moved.onBehalfOf());
        } else if ("plan".equals(moved.toStep()) || "approve".equals(moved.toStep())) {
            row.put("approved_at", null);
            row.put("approved_by", null);
        }
        if ("end".equals(moved.toStep())) {
            row.put("closed_at", moved.at());
        }
        if (!row.isEmpty()) {
            rows.stamp(moved.subject().id(), row);
        }
    }
}
