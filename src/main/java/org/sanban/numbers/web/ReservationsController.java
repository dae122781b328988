package org.sanban.numbers.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Reservations;
import org.sanban.numbers.Series;
import org.sanban.numbers.SeriesRegister;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting the next number of a series aside. */
@Controller
@RequestMapping("/numbers/{id:\\d+}/reservations")
@Needs(NumbersNavigation.RESERVE)
class ReservationsController {

    private final SeriesRegister register;
    private final Reservations reservations;
    private final Ledger ledger;
    private final Directory directory;
    private final Clock clock;

    ReservationsController(SeriesRegister register, Reservations reservations, Ledger ledger, Directory directory, Clock clock) {
        this.register = register;
        this.reservations = reservations;
        this.ledger = ledger;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView blank(@PathVariable long id, @SignedIn Actor by) {
        return page(id, FormView.of(new NumberForms.ReserveForm(ledger.year(clock.instant()), "", by.id(), null)), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView reserve(
            @PathVariable long id, @Valid NumberForms.ReserveForm form, BindingResult errors,
            @SignedIn Actor by, RedirectAttributes next) {
        Series series = register.one(id);
        FormView again = FormView.of(errors);
        return Submission.refused(errors, () -> {
                    NumberLine line = reservations.reserve(
                            series.code(), form.year() == null ? ledger.year(clock.instant()) : form.year(), form.reason(), form.owner() == null ? 0 : form.owner(),
                            form.until() == null ? LocalDate.MIN : form.until(), by, clock.instant(), again.requestId());
                    Flash.done(next, "numbers.reserve.done", line.text());
                })
                .map(status -> page(id, FormView.of(errors), status))
                .orElseGet(() -> new ModelAndView("redirect:/numbers/" + id));
    }

    private ModelAndView page(long id, FormView form, HttpStatus status) {
        ModelMap model = new ModelMap("series", register.one(id))
                .addAttribute("form", form)
                .addAttribute("persons", Persons.choices(directory))
                .addAttribute("latest", reservations.latest(clock.instant()));
        return new ModelAndView("numbers/reserve", model, status);
    }
}
