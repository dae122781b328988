package org.sanban.outgoing;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.jobs.FailedWorks;
import org.sanban.jobs.Retryable;
import org.sanban.pages.Refused;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.workflow.Moved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A paper that comes to typesetting is set at once, and what was set is compared with the signed text, every time (promise 4). It is done when the
 * step is committed, so that nobody waits for it with the paper locked; what could not be done stands before the administrators, and the gate before
 * the seal asks for a proof.
 */
@Component
class SetAtOnce implements Retryable {

    private static final Logger LOG = LoggerFactory.getLogger(SetAtOnce.class);
    private static final String WORK = "outgoing.proof";
    private static final String STEP = "typeset";

    private final RenderedProofs proofs;
    private final Outgoings outgoings;
    private final Actors actors;
    private final FailedWorks failed;
    private final Texts words;
    private final TransactionTemplate apart;

    SetAtOnce(
            RenderedProofs proofs, Outgoings outgoings, Actors actors, FailedWorks failed, MessageSource messages, PlatformTransactionManager transactions) {
        this.proofs = proofs;
        this.outgoings = outgoings;
        this.actors = actors;
        this.failed = failed;
        this.words = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Moved moved) {
        if (moved.subject().kind().equals(OutgoingKind.KIND) && STEP.equals(moved.toStep()) && !STEP.equals(moved.fromStep())) {
            set(moved.subject(), actors.of(moved.actor(), moved.at()), moved.at());
        }
    }

    private void set(SubjectRef paper, Actor by, Instant at) {
        if (!proofs.ready()) {
            fails(null, words.of("layout.refusal.no-fonts"), at);
            return;
        }
        try {
            apart.executeWithoutResult(status -> {
                proofs.once(paper.id(), by, at);
                failed.done(WORK, paper, at);
            });
        } catch (Refused refused) {
            fails(paper, refused.objections().stream().map(words::of).collect(Collectors.joining()), at);
        } catch (RuntimeException e) {
            LOG.error("The proof of {} could not be made", paper, e);
            fails(paper, e.getClass().getSimpleName(), at);
        }
    }

    private void fails(@Nullable SubjectRef paper, String why, Instant at) {
        apart.executeWithoutResult(status -> failed.record(WORK, paper, why, at));
    }

    @Override
    public String work() {
        return WORK;
    }

    /** By whoever wrote the text, as far as the record needs a name. */
    @Override
    public void again(SubjectRef paper, Instant at) {
        set(paper, actors.of(outgoings.one(paper.id()).writtenBy(), at), at);
    }
}
