package org.sanban.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanban.audit.SubjectRef;
import org.sanban.audit.Trail;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.ArchiveSet;
import org.sanban.workflow.spi.Attempt;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** Hand-over to the archive (移交). */
@Component
class HandOver {

    private static final int MOVES_LOOKED_AT = 200;

    private final ArchiveSets sets;
    private final ItemRows rows;
    private final RetentionRules rules;
    private final SameDay days;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final String fonds;
    private final String category;

    HandOver(
            ArchiveSets sets, ItemRows rows, RetentionRules rules, SameDay days, Trail trail, ApplicationEventPublisher events,
            @Value("${sanban.archive.fonds:Y001}") String fonds,
            @Value("${sanban.archive.category:WS}") String category) {
        this.sets = sets;
        this.rows = rows;
        this.rules = rules;
        this.days = days;
        this.trail = trail;
        this.events = events;
        this.fonds = fonds;
        this.category = category;
    }

    /** The set check: each required piece that is missing, by name. */
    List<Objection> missing(Attempt attempt) {
        return sets.of(attempt.subject()).pieces(attempt.subject().id()).stream()
                .filter(piece -> piece.required() && !piece.present())
                .map(piece -> Objection.of("archive.refusal.piece-missing", new DefaultMessageSourceResolvable(piece.key())))
                .toList();
    }

    /** The item is made at the first hand-over. After a rejection the first hand-over still counts (domain.md §8.6). */
    void transferred(Attempt attempt) {
        ArchiveSet set = sets.of(attempt.subject());
        Item item = rows.of(attempt.subject()).orElseGet(() -> new Item(attempt.subject(), fonds, category));
        boolean givenBack = item.id != null && item.state == ItemState.WITH_SENDER && item.rejections > 0;
        item.describe(set.describe(attempt.subject().id()));
        item.pieces = List.copyOf(set.pieces(attempt.subject().id()));
        RetentionRules.Proposal proposal = rules.propose(item.subjectKind, item.docType, item.owner, item.title);
        item.proposed = proposal.retention();
        item.basis = proposal.basis();
        item.backTo(ItemState.HANDED_OVER);
        if (!givenBack) {
            stampHandOver(item, attempt);
        }
        if (item.id == null) {
            rows.save(item);
        }
        tell(item, attempt.by().id(), attempt.at(), "archive.handed-over", Map.of("pieces", present(item)));
    }

    private void stampHandOver(Item item, Attempt attempt) {
        item.transferStep = attempt.step();
        item.arrangeStep = attempt.to();
        item.transferredAt = attempt.at();
        item.transferredBy = attempt.by().id();
        item.closedAt = closedAt(attempt);
        item.prompt = days.prompt(item.closedAt, attempt.at());
        item.promptAdjusted = days.promptAdjusted(item.closedAt, attempt.at());
    }

    private static long present(Item item) {
        return item.pieces.stream().filter(ArchiveSet.Piece::present).count();
    }

    /** The moment at which the matter arrived at the hand-over: it was closed then (办结). */
    private Instant closedAt(Attempt attempt) {
        return trail.of(attempt.subject(), 0, MOVES_LOOKED_AT).stream()
                .filter(line -> attempt.step().equals(line.details().get("to")) && !attempt.step().equals(line.details().get("from")))
                .findFirst().map(Trail.Entry::at).orElse(attempt.at());
    }

    private void tell(Item item, long by, Instant at, String what, Map<String, ?> detail) {
        events.publishEvent(new ArchiveChanged(item.subject(), by, at, what, detail));
    }
}
