package org.sanban.meetings.papers;

import java.util.Locale;
import org.sanban.collation.ProofCompared;
import org.sanban.collation.Reference;
import org.sanban.errors.Proposed;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the register of errors where a name plate does not say what the reply says. The same wrong name is told once a meeting. */
@Component
class PlatesProposed {

    private final MeetingRows rows;
    private final Texts words;
    private final ApplicationEventPublisher events;

    PlatesProposed(MeetingRows rows, MessageSource messages, ApplicationEventPublisher events) {
        this.rows = rows;
        this.words = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        this.events = events;
    }

    @EventListener
    void on(ProofCompared compared) {
        if (!compared.subject().kind().equals(MeetingKind.KIND) || !compared.purpose().equals(PlatesCollated.PURPOSE)) {
            return;
        }
        Meeting m = rows.one(compared.subject().id());
        compared.discrepancies().forEach(d -> events.publishEvent(
                Proposed.of(Proposed.Origin.MEETING, compared.subject(), "meeting-plate/" + m.id() + "/" + Reference.text(d.sameness()).sha256(),
                                words.of("meetings.proposal.plate", m.title(), d.reference().words(), d.proof().words()), compared.at())
                        .sort("plate").made("seat", null).found("double-check").in(m.ownerUnit()).as("WRONG", "E-MT-04")
                        .instead(d.reference().words().isEmpty() ? null : d.reference().words())));
    }
}
