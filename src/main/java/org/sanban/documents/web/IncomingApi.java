package org.sanban.documents.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingEntry;
import org.sanban.documents.IncomingList;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.Paper;
import org.sanban.documents.Pasted;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incoming papers, for programs. Moving them through their steps is the engine's API; here is what stands on them. */
@RestController
@RequestMapping("/api/incoming")
@Needs(Needs.SIGNED_IN)
@Tag(name = "incoming")
class IncomingApi {

    private static final int MOST = 200;

    private final Incoming incoming;
    private final IncomingEntry entry;
    private final IncomingReading reading;
    private final IncomingList list;
    private final Pasted pasted;
    private final Clock clock;

    IncomingApi(Incoming incoming, IncomingEntry entry, IncomingReading reading, IncomingList list, Pasted pasted, Clock clock) {
        this.incoming = incoming;
        this.entry = entry;
        this.reading = reading;
        this.list = list;
        this.pasted = pasted;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null at the end */
    public record Page(List<IncomingList.Line> items, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The register of incoming papers, newest first")
    Page index(
            @ModelAttribute IncomingListController.FilterForm filter, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int most = Math.clamp(limit, 1, MOST);
        List<IncomingList.Line> lines = list.page(filter.filter(), after, most + 1, by);
        return lines.size() > most ? new Page(lines.subList(0, most), lines.get(most - 1).cursor()) : new Page(lines, null);
    }

    @GetMapping("/{id}")
    Paper show(@PathVariable long id, @SignedIn Actor by) {
        return reading.one(id, by);
    }

    @PostMapping
    @Needs("register.create")
    @Operation(summary = "Receives a paper and, unless register is false, registers it")
    ResponseEntity<Paper> create(@RequestBody PaperJson.Entry body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        IncomingEntry.Entered entered = entry.enter(
                body.receipt().by(by.id(), clock.instant()),
                reading.linked(body.particulars(), body.previousNumber(), body.duplicateOfNumber()), List.of(), !Boolean.FALSE.equals(body.register()), body.override(), by,
                clock.instant(), requestId);
        return ResponseEntity.created(URI.create("/api/incoming/" + entered.id())).body(reading.one(entered.id(), by));
    }

    @PostMapping("/{id}/registration")
    Paper register(
            @PathVariable long id, @RequestBody(required = false) PaperJson.@Nullable Registration body,
            @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        incoming.register(id, body == null ? null : body.override(), by, clock.instant(), requestId);
        return reading.one(id, by);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Writes the register entry anew; version is the one that was read")
    Paper update(@PathVariable long id, @RequestBody PaperJson.Change body, @SignedIn Actor by) {
        long receiver = reading.one(id, by).receipt().receiver();
        incoming.change(
                id, body.version(), body.receipt().by(receiver, clock.instant()),
                reading.linked(body.particulars(), body.previousNumber(), body.duplicateOfNumber()), by, clock.instant());
        return reading.one(id, by);
    }

    @PostMapping("/{id}/reviews")
    Paper review(@PathVariable long id, @RequestBody PaperJson.ReviewGiven body, @SignedIn Actor by) {
        incoming.review(id, body.review(by.id(), clock.instant()), by);
        return reading.one(id, by);
    }

    @PostMapping("/{id}/assignments")
    Paper assign(@PathVariable long id, @RequestBody NoteForms.AssignmentForm body, @SignedIn Actor by) {
        incoming.assign(id, body.assignment(by.id(), clock.instant()), by);
        return reading.one(id, by);
    }

    @PostMapping("/{id}/replies")
    Paper reply(@PathVariable long id, @RequestBody PaperJson.ReplyGiven body, @SignedIn Actor by) {
        incoming.reply(id, body.reply(by.id(), clock.instant()), by);
        return reading.one(id, by);
    }

    @PostMapping("/{id}/waivers")
    Paper waive(@PathVariable long id, @RequestBody PaperJson.Waiver body, @SignedIn Actor by) {
        incoming.waiveReaders(id, body.readers(), body.reason(), by, clock.instant());
        return reading.one(id, by);
    }

    @PostMapping("/parse")
    @Needs("register.create")
    @Operation(summary = "Reads number, title, sender and the like out of pasted text; keeps nothing")
    Map<String, String> parse(@RequestBody PaperJson.Text body, @SignedIn Actor by) {
        return pasted.fields(body.text() == null ? "" : body.text(), by, clock.instant());
    }
}
