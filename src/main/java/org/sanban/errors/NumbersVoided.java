package org.sanban.errors;

import java.util.Locale;
import java.util.Objects;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.NumberVoided;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A number that was given and is made void was given for nothing: that may be an error. A reservation that ran out is none. */
@Component
class NumbersVoided {

    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    NumbersVoided(ApplicationEventPublisher events, MessageSource messages) {
        this.events = events;
        this.messages = messages;
    }

    @EventListener
    void on(NumberVoided voided) {
        NumberLine line = voided.line();
        if (line.subject() != null && line.givenAt() != null) {
            String reason = Objects.requireNonNullElse(Objects.requireNonNull(line.voiding()).reason(), "");
            String words = messages.getMessage("errors.proposal.number-voided", new Object[] {line.text(), reason}, Locale.SIMPLIFIED_CHINESE);
            events.publishEvent(Proposed.of(Proposed.Origin.NUMBER_VOIDED, line.subject(), "number/" + line.id(), words, voided.at())
                    .made("number", line.givenAt()).found("number").as("MISHANDLED", "E-DO-08"));
        }
    }
}
