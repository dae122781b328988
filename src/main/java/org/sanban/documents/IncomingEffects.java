package org.sanban.documents;

import java.util.Map;
import java.util.function.BiConsumer;
import org.sanban.workflow.Card;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Moved;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Effect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What a step does to an incoming paper, in the transaction of the step. Each is named in {@code procedures/incoming.yaml}. */
@Configuration(proxyBeanMethods = false)
class IncomingEffects {

    record Stamp(String code, BiConsumer<IncomingDocument, Attempt> does, Papers papers) implements Effect {
        @Override
        public void apply(Attempt attempt) {
            does.accept(papers.one(attempt.subject().id()), attempt);
        }
    }

    private final Papers papers;
    private final IncomingNumbers numbers;
    private final IncomingCards cards;
    private final ObjectProvider<Handlings> handlings;
    private final ApplicationEventPublisher events;

    IncomingEffects(
            Papers papers, IncomingNumbers numbers, IncomingCards cards, ObjectProvider<Handlings> handlings,
            ApplicationEventPublisher events) {
        this.papers = papers;
        this.numbers = numbers;
        this.cards = cards;
        this.handlings = handlings;
        this.events = events;
    }

    /** Gives the number, once: a paper that comes back to registration keeps it (promise 1). */
    @Bean
    Effect incomingNumber() {
        return stamp("incoming.number", (paper, a) -> {
            if (paper.inNo != null) {
                return;
            }
            IncomingNumbers.Given number = numbers.next(cards.year(paper.receipt));
            paper.register(number, a.by().id(), a.at());
            handlings.getObject().describe(a.subject(), cards.of(paper));
            events.publishEvent(new IncomingChanged(
                    a.subject(), "incoming.registered", a.by().id(), a.at(), Map.of("number", number.text()), paper.requestId));
        });
    }

    @Bean
    Effect incomingDuplicate() {
        return stamp("incoming.duplicate", (paper, a) -> close(paper, a, IncomingDocument.Result.DUPLICATE));
    }

    @Bean
    Effect incomingReturned() {
        return stamp("incoming.returned", (paper, a) -> {
            paper.sendBack(a.by().id(), a.at());
            tell(a, "incoming.returned", Map.of());
        });
    }

    @Bean
    Effect incomingAssigned() {
        return stamp("incoming.assigned", (paper, a) -> paper.assignedAt = a.at());
    }

    @Bean
    Effect incomingClosed() {
        return stamp("incoming.closed", (paper, a) -> close(paper, a, switch (a.transition()) {
            case "done" -> IncomingDocument.Result.REPLIED;
            case "read" -> IncomingDocument.Result.READ;
            default -> IncomingDocument.Result.NO_REPLY;
        }));
    }

    /** A reader's opinion that contains an order makes it a matter for action (domain.md §2.6). */
    @Bean
    Effect incomingForAction() {
        return stamp("incoming.for-action", (paper, a) -> {
            paper.describe(paper.particulars.as(Particulars.Kind.FOR_ACTION));
            Card card = cards.of(paper);
            handlings.getObject().describe(a.subject(), card);
            tell(a, "incoming.turned-for-action", Map.of());
        });
    }

    /** Sent for reading: that it was is what its closing asks. Taken up again: it is open, as its register says. */
    @EventListener
    void on(Moved moved) {
        if (!moved.subject().kind().equals(IncomingKind.KIND)) {
            return;
        }
        if (moved.kind().equals("CIRCULATE")) {
            papers.circulated(moved.subject().id(), moved.at());
        } else if (moved.kind().equals("REOPEN")) {
            papers.one(moved.subject().id()).reopen();
        }
    }

    private void close(IncomingDocument paper, Attempt a, IncomingDocument.Result result) {
        paper.close(result, a.by().id(), a.at());
        tell(a, "incoming.closed", Map.of("result", result.name()));
    }

    private Stamp stamp(String code, BiConsumer<IncomingDocument, Attempt> does) {
        return new Stamp(code, does, papers);
    }

    private void tell(Attempt a, String what, Map<String, ?> detail) {
        events.publishEvent(new IncomingChanged(a.subject(), what, a.by().id(), a.at(), detail));
    }
}
