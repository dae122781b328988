package org.sanban.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.Numbers;
import org.sanban.numbers.Series;
import org.sanban.numbers.SeriesRegister;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The series, for programs. A code stands once, an edit names the version it was read at: sent twice, nothing is done twice. */
@RestController
@RequestMapping("/api/numbers")
@Needs(NumbersNavigation.READ)
@Tag(name = "numbers")
class SeriesApi {

    private final SeriesRegister register;
    private final Ledger ledger;
    private final Numbers numbers;
    private final Clock clock;

    SeriesApi(SeriesRegister register, Ledger ledger, Numbers numbers, Clock clock) {
        this.register = register;
        this.ledger = ledger;
        this.numbers = numbers;
        this.clock = clock;
    }

    @GetMapping("/series")
    List<Series> index() {
        return register.all();
    }

    @GetMapping("/series/{id}")
    Series show(@PathVariable long id) {
        return register.one(id);
    }

    @GetMapping("/standings")
    @Operation(summary = "How each series stands in a year: last number, given, reserved, voided")
    List<Ledger.Standing> standings(@RequestParam(defaultValue = "0") int year) {
        return List.copyOf(ledger.standings(year == 0 ? ledger.year(clock.instant()) : year).values());
    }

    @GetMapping("/suggestions")
    @Operation(summary = "Series a document may take its number from, the most fitting first")
    List<Series> suggest(@RequestParam String docType, @RequestParam String direction, @RequestParam String issuer, @RequestParam(defaultValue = "PAPER") String medium) {
        return register.suggest(docType, direction, issuer, medium);
    }

    @PostMapping("/series")
    @Needs(NumbersNavigation.SERIES)
    @ResponseStatus(HttpStatus.CREATED)
    Series add(@RequestBody @Valid NumberForms.SeriesForm body, @SignedIn Actor by) {
        return register.add(body.series(0), by, clock.instant());
    }

    @PutMapping("/series/{id}")
    @Needs(NumbersNavigation.SERIES)
    Series edit(@PathVariable long id, @RequestBody @Valid NumberForms.SeriesForm body, @SignedIn Actor by) {
        return register.edit(body.series(id), by, clock.instant());
    }

    @PostMapping("/series/{id}/retirement")
    @Needs(NumbersNavigation.SERIES)
    Series retire(@PathVariable long id, @RequestParam(defaultValue = "true") boolean retired, @SignedIn Actor by) {
        register.retire(id, retired, by, clock.instant());
        return register.one(id);
    }

    @PostMapping("/series/{id}/continuations")
    @Needs(NumbersNavigation.SERIES)
    @Operation(summary = "Lets the series go on after the last number of another register")
    Series continueAfter(@PathVariable long id, @RequestBody @Valid NumberForms.ContinueForm body, @SignedIn Actor by) {
        numbers.continueAfter(
                register.one(id).code(), body.year() == null ? 0 : body.year(), body.last() == null ? 0 : body.last(), body.reason(), by, clock.instant());
        return register.one(id);
    }
}
