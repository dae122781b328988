package org.sanban.notices;

import java.util.List;
import java.util.Map;
import org.sanban.files.SecrecyHit;
import org.sanban.jobs.WorkFailed;
import org.sanban.people.Directory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what concerns the administrators, in the transaction in which it happened, and tells them. */
@Component
class Listening {

    private final Notices notices;
    private final Directory directory;

    Listening(Notices notices, Directory directory) {
        this.notices = notices;
        this.directory = directory;
    }

    @EventListener
    void on(SecrecyHit hit) {
        notices.tell(holders("SEC_ADMIN"), hit.subject(), hit.what(), Map.of("who", name(hit.actor()), "note", hit.place()), hit.at());
    }

    @EventListener
    void on(WorkFailed failure) {
        notices.tell(holders("SYS_ADMIN"), failure.subject(), failure.what(),
                Map.of("title", failure.work(), "reason", failure.reason()), failure.at());
    }

    private List<Long> holders(String role) {
        return directory.holding(role, 0).stream().map(Directory.Entry::id).toList();
    }

    private String name(long person) {
        return directory.person(person).map(Directory.Entry::name).orElse("");
    }
}
