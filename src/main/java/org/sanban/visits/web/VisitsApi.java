package org.sanban.visits.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.visits.Channel;
import org.sanban.visits.Visit;
import org.sanban.visits.VisitFigures;
import org.sanban.visits.Visits;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Visits, for programs; also for an application on a telephone that keeps a visit until there is a net. */
@RestController
@RequestMapping("/api/visits")
@Needs(VisitsNavigation.RECORDS)
@Tag(name = "visits")
class VisitsApi {

    private final Visits visits;
    private final VisitFigures figures;
    private final Channel channel;
    private final Clock clock;

    VisitsApi(Visits visits, VisitFigures figures, Channel channel, Clock clock) {
        this.visits = visits;
        this.figures = figures;
        this.channel = channel;
        this.clock = clock;
    }

    @GetMapping
    List<Visit> index(@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return visits.page(after, Math.clamp(limit, 1, 200));
    }

    @GetMapping("/figures")
    VisitFigures.Figures figures() {
        return figures.now();
    }

    @GetMapping("/matters")
    List<Channel.Matter> matters() {
        return channel.matters();
    }

    @GetMapping("/contacts")
    List<Channel.Contact> contacts() {
        return channel.contacts();
    }

    @GetMapping("/{id}")
    Visit show(@PathVariable long id) {
        return visits.one(id);
    }

    @PostMapping
    @Operation(summary = "Enters a visit; the same Idempotency-Key again answers the visit made the first time")
    ResponseEntity<Visit> create(@RequestBody VisitForms.EnterForm body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        long id = visits.enter(body.entry(), by, clock.instant(), requestId);
        return ResponseEntity.created(URI.create("/api/visits/" + id)).body(visits.one(id));
    }

    @PostMapping("/{id}/problems/{no}/solution")
    Visit solve(@PathVariable long id, @PathVariable int no, @RequestBody VisitForms.SolveForm body, @SignedIn Actor by) {
        visits.solve(id, no, Objects.requireNonNullElse(body.how(), ""), by, clock.instant());
        return visits.one(id);
    }

    @PostMapping("/{id}/problems/{no}/affair")
    Visit follow(@PathVariable long id, @PathVariable int no, @RequestBody VisitForms.FollowForm body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        visits.follow(id, no, body.leadBody(), by, clock.instant(), requestId);
        return visits.one(id);
    }
}
