package org.sanban.workflow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sanban.audit.SubjectRef;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers the reminders of the tests' subjects. */
@Component
class Told {

    private final List<ReminderDue> all = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ReminderDue due) {
        all.add(due);
    }

    List<ReminderDue> of(SubjectRef subject) {
        return all.stream().filter(r -> r.subject().equals(subject)).toList();
    }
}
