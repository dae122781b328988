package org.sanban.errors;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanban.audit.RecurringJob;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.workflow.Card;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Setbacks;
import org.sanban.workflow.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every minute: looks for what came back or ran late since the last time, and lays what is proposed into the keeper's tray, one matter for each
 * subject and round. It runs beside the steps, so that no step waits for it; what it could not do holds up nothing else and stands on the
 * administrators' page, tried again at each run.
 */
@Component
class ProposalJob implements RecurringJob {

    private static final Logger log = LoggerFactory.getLogger(ProposalJob.class);
    private static final int BATCH = 200;
    private static final String SETBACKS = "setbacks";
    /** What the archive gives back it proposes itself. */
    private static final String GIVEN_BACK_TO = "transfer";

    private final ProposalRows rows;
    private final Setbacks setbacks;
    private final Matter.Matters matters;
    private final Taxonomy taxonomy;
    private final ErrorCards cards;
    private final Handlings handlings;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    ProposalJob(
            ProposalRows rows, Setbacks setbacks, Matter.Matters matters, Taxonomy taxonomy, ErrorCards cards, Handlings handlings, MessageSource messages,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.setbacks = setbacks;
        this.matters = matters;
        this.taxonomy = taxonomy;
        this.cards = cards;
        this.handlings = handlings;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "errors.proposals";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant at) {
        transaction.executeWithoutResult(status -> look(at));
        List<ProposalRows.Loose> loose = transaction.execute(status -> rows.loose(BATCH));
        List<String> failed = new ArrayList<>();
        for (ProposalRows.Loose one : loose == null ? List.<ProposalRows.Loose>of() : loose) {
            try {
                transaction.executeWithoutResult(status -> lay(one, at));
            } catch (RuntimeException e) {
                log.error("Proposals of {} round {} were not laid before the keeper", one.subject(), one.round(), e);
                failed.add(one.subject() + " " + one.round() + " (" + e.getClass().getSimpleName() + ")");
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("proposals not laid before the keeper: " + String.join(", ", failed));
        }
    }

    private void look(Instant at) {
        Map<String, String> kinds = taxonomy.businesses().stream().filter(b -> b.kind() != null)
                .collect(Collectors.toMap(b -> String.valueOf(b.kind()), Taxonomy.Business::code));
        Instant since = rows.scanned(SETBACKS, at);
        setbacks.between(since, at, kinds.keySet()).stream().filter(s -> !GIVEN_BACK_TO.equals(s.to())).forEach(s -> rows.add(proposed(s)));
        rows.scannedUntil(SETBACKS, at);
    }

    private Proposed proposed(Setbacks.Setback s) {
        return switch (s.what()) {
            case RETURNED -> Proposed.of(Proposed.Origin.RETURN, s.subject(), "return/" + s.id(), String.valueOf(s.reason()), s.at())
                    .made(String.valueOf(s.to()), null).found(s.step()).round(s.round()).in(s.unit()).sort(s.step());
            case LATE -> late(Proposed.Origin.LATE, "late/", "errors.proposal.late", s);
            case LEFT -> late(Proposed.Origin.LEFT, "left/", "errors.proposal.left", s);
        };
    }

    private Proposed late(Proposed.Origin origin, String key, String words, Setbacks.Setback s) {
        String step = taxonomy.of(s.subject().kind()).flatMap(b -> taxonomy.stages().stream().filter(t -> t.business().equals(b.code()) && t.code().equals(s.step())).findFirst())
                .map(Taxonomy.Stage::name).orElse(s.step());
        String said = messages.getMessage(words, new Object[] {step, String.valueOf(s.minutesLate() / 60)}, Locale.SIMPLIFIED_CHINESE);
        return Proposed.of(origin, s.subject(), key + s.id(), said, s.at()).made(s.step(), s.due()).found(s.step()).round(s.round()).in(s.unit()).as("DELAYED", null).sort(s.step());
    }

    private void lay(ProposalRows.Loose one, Instant at) {
        String business = taxonomy.of(one.subject().kind()).map(Taxonomy.Business::code).orElse("SERVICE");
        long group = rows.openGroup(one).orElse(0L);
        if (group == 0) {
            Matter matter = matters.seen(one.subject(), Actor.SYSTEM).orElse(null);
            String of = matter == null ? one.subject().toString() : matter.number() == null ? matter.title() : matter.number();
            String title = messages.getMessage("errors.proposal.title", new Object[] {of, String.valueOf(one.round())}, Locale.SIMPLIFIED_CHINESE);
            group = rows.open(one, business, title, at);
            Clearance grade = matter == null ? Clearance.NONE : matter.confidentiality();
            handlings.start(ProposalKind.ref(group), ProposalKind.PROCEDURE, new Card(title, null, null, Urgency.NORMAL, grade, cards.keepersUnit(), null, Map.of()),
                    List.of(), Actor.SYSTEM, at, "proposal-group-" + group);
        }
        rows.join(group, one);
    }
}
