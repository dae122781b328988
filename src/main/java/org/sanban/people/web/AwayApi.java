package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sanban.people.AbsenceForm;
import org.sanban.people.Absences;
import org.sanban.people.Actor;
import org.sanban.people.Deadlines;
import org.sanban.people.DelegationForm;
import org.sanban.people.Delegations;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own absences and delegations, for programs. */
@RestController
@RequestMapping("/api/people/me")
@Needs(Needs.SIGNED_IN)
class AwayApi {

    private static final int SHOWN = 100;

    private final Absences absences;
    private final Delegations delegations;
    private final Clock clock;

    AwayApi(Absences absences, Delegations delegations, Clock clock) {
        this.absences = absences;
        this.delegations = delegations;
        this.clock = clock;
    }

    /** @param due open work that falls due within the absence */
    public record Recorded(long id, List<Deadlines.Due> due) {}

    public record Created(long id) {}

    @GetMapping("/absences")
    List<Absences.Absence> absences(@SignedIn Actor by) {
        return absences.from(by.id(), LocalDate.now(clock));
    }

    @PostMapping("/absences")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded record(@Valid @RequestBody AbsenceForm form, @SignedIn Actor by) {
        long id = absences.record(by.id(), form, by, clock.instant());
        return new Recorded(id, absences.dueWithin(by.id(), form.starts(), form.ends()));
    }

    @DeleteMapping("/absences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable long id, @SignedIn Actor by) {
        absences.cancel(by.id(), id, by, clock.instant());
    }

    @GetMapping("/delegations")
    List<Delegations.Delegation> delegations(@SignedIn Actor by) {
        return delegations.of(by.id(), SHOWN);
    }

    @PostMapping("/delegations")
    @ResponseStatus(HttpStatus.CREATED)
    Created give(@Valid @RequestBody DelegationForm form, @SignedIn Actor by) {
        return new Created(delegations.give(by.id(), form, by, clock.instant()));
    }

    @DeleteMapping("/delegations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @SignedIn Actor by) {
        delegations.revoke(by.id(), id, by, clock.instant());
    }
}
