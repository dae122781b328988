package org.sanban.outgoing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Approvals: given to one revision, made void by a later one by rule, and said so. */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final Places places;
    private final Directory directory;
    private final OutgoingCards cards;
    private final ApplicationEventPublisher events;

    Approvals(ApprovalRows rows, Places places, Directory directory, OutgoingCards cards, ApplicationEventPublisher events) {
        this.rows = rows;
        this.places = places;
        this.directory = directory;
        this.cards = cards;
        this.events = events;
    }

    /** All approvals of a paper in order, the void ones too, for whoever sees it. */
    @Transactional(readOnly = true)
    public List<Approval> of(long id, Actor by) {
        places.of(id, by);
        return rows.of(id);
    }

    List<Approval> living(long id) {
        return rows.of(id).stream().filter(Approval::living).toList();
    }

    /**
     * What a person gave by finishing a step.
     *
     * @param deputy {@code enteredBy} signed in the place of {@code person}
     */
    record Given(
            Approval.Kind kind, Approval.@Nullable Verdict verdict, long person, long enteredBy, boolean deputy, @Nullable String words, long movement,
            Instant at) {}

    void give(Row row, Revision revision, Given given) {
        Optional<Directory.Entry> entry = directory.person(given.person());
        LocalDate day = LocalDate.ofInstant(given.at(), cards.zone());
        Approval approval = new Approval(
                0, revision.id(), revision.no(), revision.sha256(), given.kind(), given.verdict(), given.person(),
                entry.map(Directory.Entry::unit).orElse(null), null, entry.map(Directory.Entry::name).orElse(""), given.words(), null, day,
                given.enteredBy(), given.deputy(), given.movement(), given.at(), null);
        add(row, approval);
    }

    /** Records what a body outside gave on paper. */
    void add(Row row, Approval approval) {
        rows.add(row.id(), approval);
        String verdict = approval.verdict() == null ? "" : approval.verdict().name();
        events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.approved", approval.enteredBy(), approval.at(),
                Map.of("kind", approval.kind().name(), "verdict", verdict, "of", approval.name(), "revision", approval.no(), "sha256", approval.sha256(), "deputy", approval.deputy())));
    }

    /** A later text makes void what was given to an earlier one: signatures whatever changed, others when the substance did. */
    void voidBy(Row row, Revision fresh, Instant at) {
        List<String> gone = new ArrayList<>();
        for (Approval approval : living(row.id())) {
            Approval.Reason reason = reason(approval, fresh);
            if (reason != null) {
                rows.voidOne(approval.id(), fresh.id(), reason, at);
                gone.add(approval.kind() + " " + approval.name());
            }
        }
        if (!gone.isEmpty()) {
            events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.approvals-voided", fresh.by(), at,
                    Map.of("revision", fresh.no(), "approvals", gone, "substantive", fresh.substantive())));
        }
    }

    /** Whoever takes a step back takes back what was given by it. */
    void takeBack(Row row, Approval.Kind kind, long person, Revision standing, Instant at) {
        living(row.id()).stream().filter(a -> a.kind() == kind && Objects.equals(a.person(), person)).reduce((a, b) -> b).ifPresent(a -> {
            rows.voidOne(a.id(), standing.id(), Approval.Reason.WITHDRAWN, at);
            events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.approvals-voided", person, at,
                    Map.of("revision", standing.no(), "approvals", List.of(a.kind() + " " + a.name()), "withdrawn", true)));
        });
    }

    private static Approval.@Nullable Reason reason(Approval approval, Revision fresh) {
        return switch (approval.kind()) {
            case SIGN, CONFIRM -> Approval.Reason.TEXT_CHANGED;
            case COUNTERSIGN, LEGAL -> fresh.substantive() ? Approval.Reason.CHANGED_IN_SUBSTANCE : null;
            case REVIEW, RECHECK -> null;
        };
    }
}
