package org.sanban.outgoing.web;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.CitedPapers;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Series;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Approvals;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Dispatching;
import org.sanban.outgoing.Numbering;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.ReviewSheets;
import org.sanban.outgoing.RoutingLook;
import org.sanban.outgoing.Seals;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.routing.Finding;
import org.sanban.routing.Stage;
import org.springframework.stereotype.Component;

/** Gathers what stands on the page of a paper, for whoever sees it. */
@Component
class Dossiers {

    /** The stage before which a step's holder meets the rules. */
    private static final Map<String, Stage> STAGES = Map.ofEntries(
            Map.entry("draft", Stage.SUBMIT), Map.entry("countersign", Stage.SUBMIT), Map.entry("review", Stage.SUBMIT),
            Map.entry("chief", Stage.SUBMIT), Map.entry("deputy", Stage.SUBMIT), Map.entry("legal", Stage.SUBMIT), Map.entry("submit", Stage.SIGN),
            Map.entry("agenda", Stage.SIGN), Map.entry("sign", Stage.SIGN), Map.entry("dispatch", Stage.DISPATCH),
            Map.entry("wire", Stage.DISPATCH));

    private final OutgoingReading reading;
    private final Approvals approvals;
    private final ReviewSheets sheets;
    private final RoutingLook routing;
    private final Corrections corrections;
    private final Numbering numbering;
    private final Ledger ledger;
    private final Proofs proofs;
    private final Seals seals;
    private final Dispatching dispatching;
    private final CitedPapers cited;
    private final Directory directory;
    private final Organizations organizations;
    private final Clock clock;

    Dossiers(
            OutgoingReading reading, Approvals approvals, ReviewSheets sheets, RoutingLook routing, Corrections corrections, Numbering numbering, Ledger ledger,
            Proofs proofs, Seals seals, Dispatching dispatching, CitedPapers cited, Directory directory, Organizations organizations, Clock clock) {
        this.reading = reading;
        this.approvals = approvals;
        this.sheets = sheets;
        this.routing = routing;
        this.corrections = corrections;
        this.numbering = numbering;
        this.ledger = ledger;
        this.proofs = proofs;
        this.seals = seals;
        this.dispatching = dispatching;
        this.cited = cited;
        this.directory = directory;
        this.organizations = organizations;
        this.clock = clock;
    }

    Dossier of(long id, Actor by) {
        OutgoingPaper paper = reading.one(id, null, by, clock.instant());
        boolean chooses = paper.task() != null && List.of("recheck", "number").contains(String.valueOf(paper.step())) && paper.number() == null;
        List<Series> suggested = chooses ? numbering.suggested(id, by) : List.of();
        List<Approval> given = approvals.of(id, by);
        List<ReviewSheets.Entry> review = sheets.of(id, by);
        List<Proofs.Proof> read = proofs.of(id, by);
        List<Seals.Sealed> sealed = seals.of(id, by);
        List<DispatchLine> lines = dispatching.of(id, by);
        Long answers = paper.draft().answersIncoming();
        return new Dossier(
                paper, ProseView.of(paper.draft().body()), answers == null ? null : cited.of(answers).orElse(null), given, review, findings(paper, by),
                routing.reasons(id, by), corrections.pending(id, by), numbering.borne(id, by), suggested, reserved(suggested, by), read, sealed,
                lines, dispatching.proposed(id, by), persons(paper, given, review, read, sealed, lines), bodies());
    }

    private List<Finding> findings(OutgoingPaper paper, Actor by) {
        Stage stage = STAGES.get(String.valueOf(paper.step()));
        return stage == null || paper.task() == null ? List.of() : routing.findings(paper.id(), stage, by, clock.instant());
    }

    private List<NumberLine> reserved(List<Series> suggested, Actor by) {
        Set<String> codes = suggested.stream().map(Series::code).collect(Collectors.toSet());
        return codes.isEmpty() ? List.of() : ledger.reserved(by).stream().filter(line -> codes.contains(line.series())).toList();
    }

    private Map<Long, String> bodies() {
        Map<Long, String> names = new LinkedHashMap<>();
        organizations.all().forEach(o -> names.put(o.id(), o.name()));
        return names;
    }

    private Map<Long, String> persons(
            OutgoingPaper paper, Collection<Approval> given, Collection<ReviewSheets.Entry> review, Collection<Proofs.Proof> read, Collection<Seals.Sealed> sealed, Collection<DispatchLine> lines) {
        Set<@Nullable Long> ids = new HashSet<>(List.of(paper.drafter(), paper.writtenBy()));
        given.forEach(a -> ids.add(a.enteredBy()));
        review.forEach(e -> ids.add(e.by()));
        read.forEach(p -> ids.add(p.by()));
        sealed.forEach(s -> Stream.of(s.by(), s.approver()).forEach(ids::add));
        lines.forEach(l -> ids.add(l.sentBy()));
        Map<Long, String> names = new LinkedHashMap<>();
        directory.persons(ids.stream().filter(Objects::nonNull).toList()).forEach((id, entry) -> names.put(id, entry.name()));
        return names;
    }
}
