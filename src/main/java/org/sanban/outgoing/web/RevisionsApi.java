package org.sanban.outgoing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Approvals;
import org.sanban.outgoing.Correction;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.Countersigns;
import org.sanban.outgoing.ReviewSheets;
import org.sanban.outgoing.Revision;
import org.sanban.outgoing.Revisions;
import org.sanban.outgoing.Signing;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.proofing.Change;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Frozen texts, differences, corrections and approvals of an outgoing paper, for programs. */
@RestController
@RequestMapping("/api/outgoing/{id}")
@Needs(Needs.SIGNED_IN)
@Tag(name = "outgoing")
class RevisionsApi {

    private final Revisions revisions;
    private final Corrections corrections;
    private final Approvals approvals;
    private final Countersigns countersigns;
    private final ReviewSheets sheets;
    private final Signing signing;
    private final Clock clock;

    RevisionsApi(Revisions revisions, Corrections corrections, Approvals approvals, Countersigns countersigns, ReviewSheets sheets, Signing signing,
            Clock clock) {
        this.revisions = revisions;
        this.corrections = corrections;
        this.approvals = approvals;
        this.countersigns = countersigns;
        this.sheets = sheets;
        this.signing = signing;
        this.clock = clock;
    }

    @GetMapping("/revisions")
    List<Revision> index(@PathVariable long id, @SignedIn Actor by) {
        return revisions.of(id, by);
    }

    @GetMapping("/revisions/{no}")
    Revision show(@PathVariable long id, @PathVariable int no, @SignedIn Actor by) {
        return revisions.one(id, no, by);
    }

    @GetMapping("/differences")
    @Operation(summary = "TextChanges by element between two revisions; from 0 is the empty paper, to 0 the text as it stands")
    Map<String, List<Change>> difference(
            @PathVariable long id, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "0") int to, @SignedIn Actor by) {
        return revisions.between(id, from, to, by).entrySet().stream().collect(Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().changes(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    @GetMapping("/corrections")
    List<Correction> corrections(@PathVariable long id, @SignedIn Actor by) {
        return corrections.of(id, by);
    }

    @GetMapping("/changes")
    @Operation(summary = "What was changed since the last revision and not sent yet")
    List<Corrections.Pending> pending(@PathVariable long id, @SignedIn Actor by) {
        return corrections.pending(id, by);
    }

    @PostMapping("/changes")
    @Operation(summary = "Says of which kind a change is, before it is sent")
    List<Corrections.Pending> classify(@PathVariable long id, @RequestBody OutgoingJson.Choice body, @SignedIn Actor by) {
        corrections.pending(id, by);
        corrections.classify(id, body.choice(), by, clock.instant());
        return corrections.pending(id, by);
    }

    @PostMapping("/corrections/{correction}/answer")
    List<Correction> answer(@PathVariable long id, @PathVariable long correction, @RequestBody OutgoingJson.Answer body, @SignedIn Actor by) {
        corrections.of(id, by);
        corrections.answer(id, correction, OutgoingJson.need(body.accepted(), "accepted"), body.words(), by, clock.instant());
        return corrections.of(id, by);
    }

    @PostMapping("/acceptances")
    @Operation(summary = "Accepts every correction that has no answer yet")
    List<Correction> accept(@PathVariable long id, @SignedIn Actor by) {
        corrections.acceptAll(id, by, clock.instant());
        return corrections.of(id, by);
    }

    @GetMapping("/approvals")
    List<Approval> approvals(@PathVariable long id, @SignedIn Actor by) {
        return approvals.of(id, by);
    }

    @PostMapping("/verdicts")
    @Operation(summary = "Chooses the verdict of the own countersignature, before its step is finished")
    List<Approval> verdict(@PathVariable long id, @RequestBody OutgoingJson.Verdict body, @SignedIn Actor by) {
        approvals.of(id, by);
        countersigns.choose(id, OutgoingJson.need(body.verdict(), "verdict"), by, clock.instant());
        return approvals.of(id, by);
    }

    @GetMapping("/review-sheet")
    @Operation(summary = "What the reviewers found at the five focuses of review")
    List<ReviewSheets.Entry> sheet(@PathVariable long id, @SignedIn Actor by) {
        return sheets.of(id, by);
    }

    @PostMapping("/review-sheet")
    @Operation(summary = "Writes down what was found; a problem stays open until its focus is found in order")
    List<ReviewSheets.Entry> review(@PathVariable long id, @RequestBody OutgoingJson.Review body, @SignedIn Actor by) {
        sheets.of(id, by);
        sheets.record(id, body.all(), by, clock.instant());
        return sheets.of(id, by);
    }

    @PostMapping("/countersigns")
    @Operation(summary = "Records what a body outside answered")
    List<Approval> record(@PathVariable long id, @RequestBody OutgoingJson.Outside body, @SignedIn Actor by) {
        approvals.of(id, by);
        countersigns.record(id, body.outside(), by, clock.instant());
        return approvals.of(id, by);
    }

    @PostMapping("/signatures")
    @Operation(summary = "Signs or confirms the text of that hash; 409 when the text is another one meanwhile")
    List<Approval> sign(
            @PathVariable long id, @RequestBody OutgoingJson.Signature body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        approvals.of(id, by);
        Instant at = clock.instant();
        signing.sign(id, body.task(), Objects.requireNonNullElse(body.sha256(), ""), body.said(), body.transition(), body.picked(), by, at, requestId);
        return approvals.of(id, by);
    }
}
