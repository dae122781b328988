package org.sanban.outgoing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.Lease;
import org.sanban.outgoing.Leases;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Reasons;
import org.sanban.outgoing.RoutingLook;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.routing.Finding;
import org.sanban.routing.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Outgoing papers and their drafts, for programs. Moving them through their steps is the engine's API. */
@RestController
@RequestMapping("/api/outgoing")
@Needs(Needs.SIGNED_IN)
@Tag(name = "outgoing")
class OutgoingApi {

    private static final int MOST = 200;

    private final Drafts drafts;
    private final Leases leases;
    private final OutgoingReading reading;
    private final RoutingLook routing;
    private final Reasons reasons;
    private final Clock clock;

    OutgoingApi(Drafts drafts, Leases leases, OutgoingReading reading, RoutingLook routing, Reasons reasons, Clock clock) {
        this.drafts = drafts;
        this.leases = leases;
        this.reading = reading;
        this.routing = routing;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null at the end */
    public record Page(List<OutgoingReading.Line> items, @Nullable Long next) {}

    @GetMapping
    @Operation(summary = "The register of outgoing papers, newest first")
    Page index(@RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int most = Math.clamp(limit, 1, MOST);
        List<OutgoingReading.Line> lines = reading.page(after, most + 1, by);
        return lines.size() > most ? new Page(lines.subList(0, most), lines.get(most - 1).id()) : new Page(lines, null);
    }

    @PostMapping
    @Needs({"draft.create", "item.handle"})
    @Operation(summary = "Begins a draft; with answers, as the answer to that incoming paper")
    ResponseEntity<OutgoingPaper> create(
            @RequestBody OutgoingJson.Begin body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        Draft draft = body.draft() != null ? body.draft() : body.answers() != null ? drafts.answerTo(body.answers(), by) : Draft.EMPTY;
        long id = drafts.begin(draft, by, clock.instant(), requestId);
        return ResponseEntity.created(URI.create("/api/outgoing/" + id)).body(reading.one(id, null, by, clock.instant()));
    }

    @GetMapping("/{id}")
    OutgoingPaper show(@PathVariable long id, @RequestParam(required = false) @Nullable String window, @SignedIn Actor by) {
        return reading.one(id, window, by, clock.instant());
    }

    @PutMapping("/{id}/draft")
    @Operation(summary = "Saves the text; version is the one that was read, window the editing window. 409 when somebody else wrote or writes")
    Drafts.Saved save(@PathVariable long id, @RequestBody OutgoingJson.Save body, @SignedIn Actor by) {
        Instant at = clock.instant();
        reading.one(id, null, by, at);
        return drafts.save(
                id, OutgoingJson.need(body.version(), "version"), Objects.requireNonNullElse(body.window(), ""),
                OutgoingJson.need(body.draft(), "draft"), by, at);
    }

    @GetMapping("/{id}/lease")
    Lease lease(@PathVariable long id, @RequestParam(required = false) @Nullable String window, @SignedIn Actor by) {
        return leases.of(id, window, by, clock.instant());
    }

    @PostMapping("/{id}/lease")
    @Operation(summary = "Takes the pen; with over, from whoever holds it")
    Lease take(@PathVariable long id, @RequestBody OutgoingJson.Pen body, @SignedIn Actor by) {
        Instant at = clock.instant();
        return Boolean.TRUE.equals(body.over()) ? leases.takeOver(id, body.name(), by, at) : leases.take(id, body.name(), by, at);
    }

    @PutMapping("/{id}/lease")
    @Operation(summary = "The window still writes")
    Lease heartbeat(@PathVariable long id, @RequestBody OutgoingJson.Pen body, @SignedIn Actor by) {
        return leases.heartbeat(id, body.name(), by, clock.instant());
    }

    @DeleteMapping("/{id}/lease")
    @Operation(summary = "Gives the pen back")
    void release(@PathVariable long id, @RequestParam(defaultValue = "") String window, @SignedIn Actor by) {
        leases.release(id, window, by, clock.instant());
    }

    @GetMapping("/{id}/findings")
    @Operation(summary = "What the rules of writing find at a stage")
    List<Finding> findings(@PathVariable long id, @RequestParam(defaultValue = "DRAFT") Stage stage, @SignedIn Actor by) {
        return routing.findings(id, stage, by, clock.instant());
    }

    @GetMapping("/{id}/reasons")
    Map<String, String> reasons(@PathVariable long id, @SignedIn Actor by) {
        return routing.reasons(id, by);
    }

    @PostMapping("/{id}/reasons")
    @Operation(summary = "Says why a warning does not stand in the way")
    Map<String, String> reason(@PathVariable long id, @RequestBody OutgoingJson.Reason body, @SignedIn Actor by) {
        reasons.give(id, Objects.requireNonNullElse(body.rule(), ""), Objects.requireNonNullElse(body.reason(), ""), by, clock.instant());
        return routing.reasons(id, by);
    }
}
