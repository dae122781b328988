package org.sanban.outgoing;

import java.util.Map;
import java.util.function.BiConsumer;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Effect;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a step does to an outgoing paper, in the transaction of the step. Each is named in {@code procedures/outgoing.yaml}. */
@Configuration(proxyBeanMethods = false)
class OutgoingEffects {

    record Stamp(String code, Outgoings outgoings, BiConsumer<Row, Attempt> does) implements Effect {
        @Override
        public void apply(Attempt attempt) {
            does.accept(outgoings.lock(attempt.subject().id()), attempt);
        }
    }

    private final Outgoings outgoings;
    private final ObjectProvider<Numbering> numbering;
    private final ObjectProvider<Answering> answering;
    private final ApplicationEventPublisher events;

    OutgoingEffects(Outgoings outgoings, ObjectProvider<Numbering> numbering, ObjectProvider<Answering> answering, ApplicationEventPublisher events) {
        this.outgoings = outgoings;
        this.numbering = numbering;
        this.answering = answering;
        this.events = events;
    }

    /** Gives the number, once: a paper that comes again keeps it (promise 1). */
    @Bean
    Effect outgoingNumber() {
        return stamp("outgoing.number", (row, a) -> numbering.getObject().give(row, a.by(), a.at()));
    }

    @Bean
    Effect outgoingDispatchedEffect() {
        return stamp("outgoing.dispatched", (row, a) -> {
            answering.getObject().answer(row, a.at());
            tell(row, a, "outgoing.dispatched");
        });
    }

    @Bean
    Effect outgoingClosed() {
        return stamp("outgoing.closed", (row, a) -> {
            outgoings.stamp(row.id(), "closed_at = ?, closed_by = ?", a.at(), a.by().id());
            tell(row, a, "outgoing.closed");
        });
    }

    private Stamp stamp(String code, BiConsumer<Row, Attempt> does) {
        return new Stamp(code, outgoings, does);
    }

    private void tell(Row row, Attempt a, String what) {
        String number = row.number() == null ? "" : row.number();
        events.publishEvent(new OutgoingChanged(row.subject(), what, a.by().id(), a.at(), Map.of("number", number)));
    }
}
