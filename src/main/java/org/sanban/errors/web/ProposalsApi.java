package org.sanban.errors.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Proposals;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the system proposes as errors, for programs of the keeper of the register. */
@RestController
@RequestMapping("/api/errors/proposals")
@Needs(ErrorsNavigation.PROPOSALS)
@Tag(name = "errors")
class ProposalsApi {

    public record Round(Proposals.Group group, List<Proposals.Proposal> proposals) {}

    /** @param proposals ids of the chosen ones */
    public record Choice(@Nullable List<Long> proposals, @Nullable String description, @Nullable String number, @Nullable String reason) {
        List<Long> chosen() {
            return proposals == null ? List.of() : proposals.stream().filter(java.util.Objects::nonNull).toList();
        }
    }

    private final Proposals proposals;
    private final Clock clock;

    ProposalsApi(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    /** What decisions taught, by origin and sort. */
    @GetMapping("/lessons")
    List<Proposals.Lesson> lessons() {
        return proposals.lessons();
    }

    @GetMapping("/{id}")
    Round show(@PathVariable long id, @SignedIn Actor by) {
        return new Round(proposals.group(id, by), proposals.of(id, by));
    }

    @PostMapping("/{id}/acceptance")
    Round accept(@PathVariable long id, @RequestBody Choice body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        proposals.group(id, by);
        proposals.accept(id, body.chosen(), body.description(), by, clock.instant(), requestId);
        return show(id, by);
    }

    @PostMapping("/{id}/merger")
    Round merge(@PathVariable long id, @RequestBody Choice body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        proposals.group(id, by);
        proposals.merge(id, body.chosen(), ErrorForms.text(body.number()), by, clock.instant(), requestId);
        return show(id, by);
    }

    @PostMapping("/{id}/dismissal")
    Round dismiss(@PathVariable long id, @RequestBody Choice body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        proposals.group(id, by);
        proposals.dismiss(id, body.chosen(), ErrorForms.text(body.reason()), by, clock.instant(), requestId);
        return show(id, by);
    }
}
