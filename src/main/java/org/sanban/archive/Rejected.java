package org.sanban.archive;

import java.util.Locale;
import org.sanban.errors.Proposed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the register of errors that a set was given back as incomplete. A person decides there. */
@Component
class Rejected {

    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    Rejected(ApplicationEventPublisher events, MessageSource messages) {
        this.events = events;
        this.messages = messages;
    }

    @EventListener
    void on(ArchiveChanged changed) {
        if (changed.what().equals("archive.rejected")) {
            Object[] reason = {String.valueOf(changed.detail().get("reason"))};
            events.publishEvent(Proposed.of(Proposed.Origin.ARCHIVE_REJECTED, changed.subject(), "rejected/" + changed.subject() + "/" + changed.at().toEpochMilli(),
                            messages.getMessage("errors.proposal.archive-rejected", reason, Locale.SIMPLIFIED_CHINESE), changed.at())
                    .made("transfer", null).found("arrange").as("OMITTED", null));
        }
    }
}
