package org.sanban.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns classified content away at every door (domain.md §9.3, promise 15), and tells the security administrators that it did. */
@Component
public class SecrecyGate {

    /** A typed text. {@code label}: short, like a title or a name, where a mark may also lead or end it. */
    public record Field(String name, @Nullable String text, boolean label) {

        public static Field label(String name, @Nullable String text) {
            return new Field(name, text, true);
        }

        public static Field text(String name, @Nullable String text) {
            return new Field(name, text, false);
        }
    }

    private final SecrecyScan scan;
    private final @Nullable StateSecret cleared;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;

    SecrecyGate(
            SecrecyScan scan,
            @Value("${sanban.cleared-for:#{null}}") @Nullable StateSecret cleared,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.scan = scan;
        this.cleared = cleared;
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Refuses typed text that bears a mark of classification.
     *
     * @param subject what it was typed for; id 0 where that does not exist yet
     * @throws Refused naming the field, never the text
     */
    public void refuseClassified(SubjectRef subject, Actor by, Instant at, Field... fields) {
        for (Field field : fields) {
            String text = field.text() == null ? "" : field.text();
            Optional<SecrecyScan.Mark> mark = field.label() ? scan.inLabel(text).or(() -> scan.inText(text)) : scan.inText(text);
            mark.ifPresent(found -> refuse(subject, by, at, field.name(), found.grade()));
        }
    }

    void refuseClassified(SubjectRef subject, Actor by, Instant at, List<Passage> passages) {
        for (Passage passage : passages) {
            scan.in(passage).ifPresent(found -> refuse(subject, by, at, "file", found.grade()));
        }
    }

    private void refuse(SubjectRef subject, Actor by, Instant at, String place, StateSecret grade) {
        if (!grade.within(cleared)) {
            tell(new SecrecyHit(subject, by.id(), at, place, grade));
            throw new Refused(Objection.of("files.refusal.classified").at(place));
        }
    }

    /** The refusal rolls the caller's transaction back; the record of it must stand, and must not wait for that one's locks. */
    private void tell(SecrecyHit hit) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            apart.executeWithoutResult(status -> events.publishEvent(hit));
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                apart.executeWithoutResult(s -> events.publishEvent(hit));
            }
        });
    }
}
