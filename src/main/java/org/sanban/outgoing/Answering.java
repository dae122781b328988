package org.sanban.outgoing;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.DocType;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.Reply;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.springframework.stereotype.Component;

/** A paper that answers an incoming one (批复、复函) is, once sent, written down there as its reply, where the drafter handles it. */
@Component
class Answering {

    private final Incoming incoming;
    private final IncomingReading reading;
    private final Actors actors;

    Answering(Incoming incoming, IncomingReading reading, Actors actors) {
        this.incoming = incoming;
        this.reading = reading;
        this.actors = actors;
    }

    void answer(Row row, Instant at) {
        Long answered = row.draft().answersIncoming();
        Actor drafter = actors.of(row.drafter(), at);
        if (answered != null && handles(answered, drafter)) {
            Reply.Form form = row.draft().docType() == DocType.REPLY ? Reply.Form.REPLY : Reply.Form.LETTER;
            incoming.reply(answered, new Reply(
                    form, Objects.requireNonNull(row.signedOn()), null, "/documents/outgoing/" + row.id(), row.number(), drafter.id(), at), drafter);
        }
    }

    private boolean handles(long answered, Actor drafter) {
        try {
            @Nullable String step = reading.one(answered, drafter).step();
            return reading.one(answered, drafter).task() != null && ("handle".equals(step) || "circulate".equals(step));
        } catch (NotFound hidden) {
            return false;
        }
    }
}
