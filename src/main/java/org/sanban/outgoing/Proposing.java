package org.sanban.outgoing;

import java.util.Locale;
import java.util.Map;
import org.sanban.errors.Proposed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the register of errors what a reviewer changed and called an error, and what was recalled after it was sent. A person decides there. */
@Component
class Proposing {

    /** What each kind of correction looks like in the register: kind and type. */
    private static final Map<Correction.Kind, String[]> AS = Map.of(
            Correction.Kind.WRONG, new String[] {"WRONG", "E-DO-04"}, Correction.Kind.MISSING, new String[] {"OMITTED", "E-DO-05"},
            Correction.Kind.EXTRA, new String[] {"WRONG", "E-DO-04"}, Correction.Kind.FORMAT, new String[] {"SUBSTANDARD", "E-DO-12"},
            Correction.Kind.PUNCTUATION, new String[] {"WRONG", "E-DO-04"}, Correction.Kind.WORDING, new String[] {"SUBSTANDARD", "E-DO-06"});

    private final CorrectionRows corrections;
    private final RevisionRows revisions;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    Proposing(CorrectionRows corrections, RevisionRows revisions, ApplicationEventPublisher events, MessageSource messages) {
        this.corrections = corrections;
        this.revisions = revisions;
        this.events = events;
        this.messages = messages;
    }

    @EventListener
    void on(OutgoingChanged changed) {
        if (changed.what().equals("outgoing.frozen") && !Integer.valueOf(0).equals(changed.detail().get("corrections"))) {
            long frozen = revisions.last(changed.subject().id()).orElseThrow().id();
            corrections.of(changed.subject().id()).stream().filter(c -> c.toRevision() == frozen && !c.byAuthor() && AS.containsKey(c.kind())).forEach(c -> tell(changed, c));
        } else if (changed.what().equals("outgoing.recalled")) {
            events.publishEvent(Proposed.of(Proposed.Origin.DELIVERY_RECALLED, changed.subject(), "recalled/" + changed.subject().id(),
                            say("errors.proposal.recalled", String.valueOf(changed.detail().get("reason"))), changed.at())
                    .made("dispatch", null).found("recipient").as("MISHANDLED", "E-DO-10"));
        }
    }

    private void tell(OutgoingChanged changed, Correction c) {
        String[] as = AS.get(c.kind());
        String words = c.was().isEmpty() ? say("errors.proposal.added", c.is()) : c.is().isEmpty() ? say("errors.proposal.removed", c.was()) : say("errors.proposal.correction", c.was(), c.is());
        events.publishEvent(Proposed.of(Proposed.Origin.CORRECTION, changed.subject(), "correction/" + c.id(), words, c.at())
                .made("draft", null).found(c.step()).as(as[0], as[1]).sort(c.kind().name()).instead(c.is()).at(c.element(), c.place().from(), c.place().to()));
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
    }
}
