package org.sanban.numbers.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.sanban.numbers.Numbers;
import org.sanban.numbers.SeriesRegister;
import org.sanban.numbers.web.NumberForms.ContinueForm;
import org.sanban.numbers.web.NumberForms.SeriesForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Defining, changing, continuing and retiring a series. */
@Controller
@RequestMapping("/numbers")
@Needs(NumbersNavigation.SERIES)
class SeriesController {

    private final SeriesRegister register;
    private final Numbers numbers;
    private final SeriesPage page;
    private final Clock clock;

    SeriesController(SeriesRegister register, Numbers numbers, SeriesPage page, Clock clock) {
        this.register = register;
        this.numbers = numbers;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/series/new")
    ModelAndView blank() {
        return page.fresh(HttpStatus.OK, FormView.of(SeriesForm.blank(page.usualFormat())));
    }

    @PostMapping("/series")
    ModelAndView add(@Valid @ModelAttribute("form") SeriesForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> register.add(form.series(0), by, clock.instant()))
                .map(status -> page.fresh(status, FormView.of(errors)))
                .orElseGet(() -> done(next, "numbers.series.added", form.code(), "/numbers"));
    }

    @GetMapping("/{id:\\d+}/settings")
    ModelAndView show(@PathVariable long id) {
        return page.of(id, HttpStatus.OK, null, null);
    }

    @PostMapping("/{id:\\d+}/settings")
    ModelAndView edit(@PathVariable long id, @Valid @ModelAttribute("form") SeriesForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> register.edit(form.series(id), by, clock.instant()))
                .map(status -> page.of(id, status, FormView.of(errors).at(form.version()), null))
                .orElseGet(() -> done(next, "numbers.series.edited", form.code(), "/numbers/" + id));
    }

    @PostMapping("/{id:\\d+}/continuations")
    ModelAndView continueAfter(@PathVariable long id, @Valid ContinueForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        String code = register.one(id).code();
        return Submission.refused(errors, () -> numbers.continueAfter(
                        code, form.year() == null ? 0 : form.year(), form.last() == null ? 0 : form.last(), form.reason(), by, clock.instant()))
                .map(status -> page.of(id, status, null, FormView.of(errors)))
                .orElseGet(() -> done(next, "numbers.series.continued", code, "/numbers/" + id));
    }

    @PostMapping("/{id:\\d+}/retirement")
    ModelAndView retire(@PathVariable long id, @RequestParam boolean retired, @SignedIn Actor by, RedirectAttributes next) {
        register.retire(id, retired, by, clock.instant());
        return done(next, retired ? "numbers.series.retired" : "numbers.series.restored", register.one(id).code(), "/numbers");
    }

    private static ModelAndView done(RedirectAttributes next, String key, String code, String to) {
        Flash.done(next, key, code);
        return new ModelAndView("redirect:" + to);
    }
}
