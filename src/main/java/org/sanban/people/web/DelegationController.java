package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.DelegationForm;
import org.sanban.people.Delegations;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own delegations: given and received. */
@Controller
@RequestMapping("/me/delegation")
@Needs(Needs.SIGNED_IN)
class DelegationController {

    private static final int SHOWN = 50;

    private final Delegations delegations;
    private final Directory directory;
    private final PeopleChoices choices;
    private final Clock clock;

    DelegationController(Delegations delegations, Directory directory, PeopleChoices choices, Clock clock) {
        this.delegations = delegations;
        this.directory = directory;
        this.choices = choices;
        this.clock = clock;
    }

    /** The stand-in is proposed; days come from the absence that led here. */
    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate starts,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate ends,
            @SignedIn Actor by) {
        LocalDate first = starts == null ? LocalDate.now(clock) : starts;
        Long standIn = directory.standInOf(by.id()).map(Directory.Entry::id).orElse(null);
        return page(HttpStatus.OK, FormView.of(new DelegationForm(standIn, first, ends == null ? first : ends, "")), by);
    }

    @PostMapping
    ModelAndView give(@Valid DelegationForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> delegations.give(by.id(), form, by, clock.instant()))
                .map(status -> page(status, FormView.of(errors), by))
                .orElseGet(() -> {
                    Flash.done(next, "people.delegation.given");
                    return new ModelAndView("redirect:/me/delegation");
                });
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        delegations.revoke(by.id(), id, by, clock.instant());
        Flash.done(next, "people.delegation.revoked");
        return "redirect:/me/delegation";
    }

    private ModelAndView page(HttpStatus status, FormView form, Actor by) {
        ModelMap model = new ModelMap("form", form)
                .addAttribute("lines", delegations.of(by.id(), SHOWN))
                .addAttribute("me", by.id())
                .addAttribute("today", LocalDate.now(clock))
                .addAttribute("persons", choices.persons());
        return new ModelAndView("people/delegation", model, status);
    }
}
