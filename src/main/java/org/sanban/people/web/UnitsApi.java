package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sanban.people.Actor;
import org.sanban.people.Leaders;
import org.sanban.people.Needs;
import org.sanban.people.Responsibilities;
import org.sanban.people.SignedIn;
import org.sanban.people.UnitForm;
import org.sanban.people.Units;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Units and who is responsible for what, for programs. */
@RestController
@RequestMapping("/api/people")
@Needs("people.manage")
class UnitsApi {

    private final Units units;
    private final Leaders leaders;
    private final Responsibilities responsibilities;
    private final Clock clock;

    UnitsApi(Units units, Leaders leaders, Responsibilities responsibilities, Clock clock) {
        this.units = units;
        this.leaders = leaders;
        this.responsibilities = responsibilities;
        this.clock = clock;
    }

    @GetMapping("/directory")
    @Needs(Needs.SIGNED_IN)
    List<Responsibilities.Card> directory(@RequestParam(defaultValue = "") String q) {
        return responsibilities.find(q, LocalDate.now(clock));
    }

    @GetMapping("/units")
    @Needs(Needs.SIGNED_IN)
    List<Units.Unit> list() {
        return units.all();
    }

    @GetMapping("/units/{id}")
    @Needs(Needs.SIGNED_IN)
    Units.Unit show(@PathVariable long id) {
        return units.byId(id);
    }

    @PostMapping("/units")
    @ResponseStatus(HttpStatus.CREATED)
    Units.Unit create(@Valid @RequestBody UnitForm form, @SignedIn Actor by) {
        return units.byId(units.create(form, by, clock.instant()));
    }

    @PutMapping("/units/{id}")
    Units.Unit edit(@PathVariable long id, @Valid @RequestBody UnitForm form, @SignedIn Actor by) {
        units.edit(id, form, by, clock.instant());
        return units.byId(id);
    }

    @PostMapping("/units/{id}/closure")
    Units.Unit close(@PathVariable long id, @SignedIn Actor by) {
        units.close(id, by, clock.instant());
        return units.byId(id);
    }

    @PutMapping("/units/{id}/charges/{leader}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putInCharge(
            @PathVariable long id, @PathVariable long leader, @RequestParam(defaultValue = "1") int turn, @SignedIn Actor by) {
        leaders.putInCharge(leader, id, turn, by, clock.instant());
    }

    @DeleteMapping("/units/{id}/charges/{leader}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void relieve(@PathVariable long id, @PathVariable long leader, @SignedIn Actor by) {
        leaders.relieve(leader, id, by, clock.instant());
    }
}
