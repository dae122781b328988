package org.sanban.outgoing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.sanban.numbers.NumberLine;
import org.sanban.outgoing.Afterwards;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Dispatching;
import org.sanban.outgoing.Numbering;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.Seals;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to an outgoing paper after its signature, for programs: number, proofs, seal, dispatch, recall. */
@RestController
@RequestMapping("/api/outgoing/{id}")
@Needs(Needs.SIGNED_IN)
@Tag(name = "outgoing")
class DispatchApi {

    private final Numbering numbering;
    private final Proofs proofs;
    private final Seals seals;
    private final Dispatching dispatching;
    private final Afterwards afterwards;
    private final OutgoingReading reading;
    private final Clock clock;

    DispatchApi(
            Numbering numbering, Proofs proofs, Seals seals, Dispatching dispatching, Afterwards afterwards, OutgoingReading reading, Clock clock) {
        this.numbering = numbering;
        this.proofs = proofs;
        this.seals = seals;
        this.dispatching = dispatching;
        this.afterwards = afterwards;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping("/numbers")
    @Operation(summary = "Every number that the paper bore or bears, the latest first")
    List<NumberLine> numbers(@PathVariable long id, @SignedIn Actor by) {
        return numbering.borne(id, by);
    }

    @PutMapping("/series")
    @Operation(summary = "Chooses the series, or a reserved number, before the number is given")
    OutgoingPaper series(@PathVariable long id, @RequestBody OutgoingJson.Series body, @SignedIn Actor by) {
        numbering.choose(id, body.series(), body.reserved(), by, clock.instant());
        return reading.one(id, null, by, clock.instant());
    }

    @PostMapping("/number-voidings")
    @Operation(summary = "Voids the number with reason and approver; it stays in the ledger")
    List<NumberLine> voidNumber(@PathVariable long id, @RequestBody OutgoingJson.Voiding body, @SignedIn Actor by) {
        numbering.borne(id, by);
        numbering.voidNumber(id, Objects.requireNonNullElse(body.reason(), ""), OutgoingJson.need(body.approver(), "approver"), by, clock.instant());
        return numbering.borne(id, by);
    }

    @GetMapping("/proofs")
    List<Proofs.Proof> proofs(@PathVariable long id, @SignedIn Actor by) {
        return proofs.of(id, by);
    }

    @PostMapping("/proofs")
    List<Proofs.Proof> read(@PathVariable long id, @RequestBody OutgoingJson.Proof body, @SignedIn Actor by) {
        proofs.of(id, by);
        proofs.read(id, OutgoingJson.need(body.part(), "part"), OutgoingJson.need(body.clean(), "clean"), body.differences(), by, clock.instant());
        return proofs.of(id, by);
    }

    @GetMapping("/seals")
    List<Seals.Sealed> seals(@PathVariable long id, @SignedIn Actor by) {
        return seals.of(id, by);
    }

    @PostMapping("/seals")
    List<Seals.Sealed> seal(@PathVariable long id, @RequestBody OutgoingJson.Seal body, @SignedIn Actor by) {
        seals.of(id, by);
        seals.seal(
                id, Objects.requireNonNullElse(body.seal(), ""), OutgoingJson.need(body.copies(), "copies"),
                OutgoingJson.need(body.approver(), "approver"), body.serial(), by, clock.instant());
        return seals.of(id, by);
    }

    @GetMapping("/lines")
    List<DispatchLine> lines(@PathVariable long id, @SignedIn Actor by) {
        return dispatching.of(id, by);
    }

    @GetMapping("/lines/proposed")
    @Operation(summary = "Lines for the recipients that have none yet")
    List<Dispatching.NewLine> proposed(@PathVariable long id, @SignedIn Actor by) {
        return dispatching.proposed(id, by);
    }

    @PostMapping("/lines")
    List<DispatchLine> add(
            @PathVariable long id, @RequestBody OutgoingJson.Line body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        dispatching.of(id, by);
        dispatching.add(id, body.line(), by, clock.instant(), requestId);
        return dispatching.of(id, by);
    }

    @PostMapping("/dispatch")
    @Operation(summary = "Sends the lines named, or all that are not sent")
    List<DispatchLine> send(@PathVariable long id, @RequestBody OutgoingJson.Lines body, @SignedIn Actor by) {
        dispatching.send(id, body.only(), by, clock.instant());
        return dispatching.of(id, by);
    }

    @PostMapping("/lines/{line}/striking")
    List<DispatchLine> strike(@PathVariable long id, @PathVariable long line, @RequestBody OutgoingJson.Why body, @SignedIn Actor by) {
        dispatching.strike(id, line, body.words(), by, clock.instant());
        return dispatching.of(id, by);
    }

    @PostMapping("/lines/{line}/acknowledgement")
    List<DispatchLine> acknowledge(@PathVariable long id, @PathVariable long line, @RequestBody OutgoingJson.Who body, @SignedIn Actor by) {
        dispatching.acknowledge(id, line, Objects.requireNonNullElse(body.who(), ""), by, clock.instant());
        return dispatching.of(id, by);
    }

    @PostMapping("/waivers")
    OutgoingPaper waive(@PathVariable long id, @RequestBody OutgoingJson.Waiver body, @SignedIn Actor by) {
        afterwards.waive(id, body.whom(), Objects.requireNonNullElse(body.reason(), ""), by, clock.instant());
        return reading.one(id, null, by, clock.instant());
    }

    @PostMapping("/publication")
    OutgoingPaper publish(@PathVariable long id, @RequestBody OutgoingJson.Where body, @SignedIn Actor by) {
        afterwards.publish(id, Objects.requireNonNullElse(body.where(), ""), by, clock.instant());
        return reading.one(id, null, by, clock.instant());
    }

    @PostMapping("/recall")
    OutgoingPaper recall(@PathVariable long id, @RequestBody OutgoingJson.Why body, @SignedIn Actor by) {
        afterwards.recall(id, body.words(), by, clock.instant());
        return reading.one(id, null, by, clock.instant());
    }

    @PutMapping("/correction-notice")
    @Operation(summary = "Links the paper that corrects this one")
    OutgoingPaper corrected(@PathVariable long id, @RequestBody OutgoingJson.Correcting body, @SignedIn Actor by) {
        reading.one(id, null, by, clock.instant());
        afterwards.correctedBy(id, OutgoingJson.need(body.correction(), "correction"), by, clock.instant());
        return reading.one(id, null, by, clock.instant());
    }
}
