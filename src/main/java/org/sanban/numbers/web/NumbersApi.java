package org.sanban.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.GapReport;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.NumberLine.State;
import org.sanban.numbers.Numbers;
import org.sanban.numbers.Reservations;
import org.sanban.numbers.Series;
import org.sanban.numbers.SeriesRegister;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The lines of the register, for programs. Numbers are given by the step of the outgoing paper alone. */
@RestController
@RequestMapping("/api/numbers")
@Needs(NumbersNavigation.READ)
@Tag(name = "numbers")
class NumbersApi {

    private static final int MOST = 200;

    private final SeriesRegister register;
    private final Ledger ledger;
    private final Numbers numbers;
    private final Reservations reservations;
    private final GapReport report;
    private final Clock clock;

    NumbersApi(SeriesRegister register, Ledger ledger, Numbers numbers, Reservations reservations, GapReport report, Clock clock) {
        this.register = register;
        this.ledger = ledger;
        this.numbers = numbers;
        this.reservations = reservations;
        this.report = report;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null at the end */
    public record Page(List<NumberLine> items, @Nullable Integer next) {}

    @GetMapping("/series/{id}/lines")
    @Operation(summary = "Lines of a series in a year, the highest number first; next is the cursor for before")
    Page lines(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer year, @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "0") int before, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        Series series = register.one(id);
        int most = Math.clamp(limit, 1, MOST);
        List<NumberLine> found = ledger.page(series.id(), year == null ? ledger.year(clock.instant()) : year, state, before, most + 1, by);
        List<NumberLine> lines = found.stream().limit(most).toList();
        return new Page(lines, found.size() > most ? lines.getLast().seq() : null);
    }

    @GetMapping("/lines/{id}")
    NumberLine line(@PathVariable long id, @SignedIn Actor by) {
        return ledger.line(id, by);
    }

    @PostMapping("/series/{id}/reservations")
    @Needs(NumbersNavigation.RESERVE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sets the next number aside; the same Idempotency-Key gives the same line again")
    NumberLine reserve(
            @PathVariable long id, @RequestBody @Valid NumberForms.ReserveForm body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        return reservations.reserve(
                register.one(id).code(), body.year() == null ? ledger.year(clock.instant()) : body.year(), body.reason(), body.owner() == null ? 0 : body.owner(),
                body.until() == null ? LocalDate.MIN : body.until(), by, clock.instant(), requestId);
    }

    @PostMapping("/lines/{id}/voiding")
    @Needs(NumbersNavigation.VOID)
    NumberLine voidIt(@PathVariable long id, @RequestBody @Valid NumberForms.VoidForm body, @SignedIn Actor by) {
        return numbers.voidNumber(id, body.reason(), body.approver() == null ? 0 : body.approver(), by, clock.instant());
    }

    @GetMapping("/report")
    @Operation(summary = "What was taken in a month, and every number that is missing without a reason")
    List<GapReport.Entry> report(@RequestParam(required = false) @Nullable YearMonth month, @SignedIn Actor by) {
        return report.of(Months.fit(month, clock), by);
    }
}
