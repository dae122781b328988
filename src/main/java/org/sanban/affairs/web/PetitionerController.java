package org.sanban.affairs.web;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Petitioners;
import org.sanban.affairs.web.AffairForms.PetitionerForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down who a petitioner is, and shows it to those who may look; a look is sent, so that none happens by following a link. */
@Controller
@RequestMapping("/affairs/{id:\\d+}/petitioner")
@Needs(Needs.SIGNED_IN)
class PetitionerController {

    private final Affairs affairs;
    private final Petitioners petitioners;
    private final AffairShowing pages;
    private final Clock clock;

    PetitionerController(Affairs affairs, Petitioners petitioners, AffairShowing pages, Clock clock) {
        this.affairs = affairs;
        this.petitioners = petitioners;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView write(
            @PathVariable long id, @ModelAttribute("form") PetitionerForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        affairs.one(id, by);
        return Submission.refused(wrong, () -> petitioners.write(
                        id, new Petitioners.Petitioner(AffairForms.text(form.petitioner()), form.petitionerPhone(), form.petitionerAddress()), by, clock.instant()))
                .map(status -> pages.show(id, Map.of("petitioner", FormView.of(wrong)), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "affairs.saved");
                    return new ModelAndView("redirect:/affairs/" + id);
                });
    }

    /** Shown on the page that answers, and nowhere else. */
    @PostMapping("/looks")
    ModelAndView look(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        Petitioners.@Nullable Petitioner found = petitioners.look(id, by, clock.instant());
        return pages.show(id, Map.of(), by, shell, HttpStatus.OK).addObject("petitioner", found);
    }
}
