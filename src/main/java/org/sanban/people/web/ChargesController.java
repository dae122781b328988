package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Objects;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Leaders;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leaders in charge of a unit (分管领导). */
@Controller
@RequestMapping("/admin/units/{unit}/charges")
@Needs("people.manage")
class ChargesController {

    private final Leaders leaders;
    private final UnitPage page;
    private final Clock clock;

    ChargesController(Leaders leaders, UnitPage page, Clock clock) {
        this.leaders = leaders;
        this.page = page;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView give(
            @PathVariable long unit, @Valid ChargeForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () ->
                        leaders.putInCharge(Objects.requireNonNull(form.leader()), unit, form.turn(), by, clock.instant()))
                .map(status -> page.of(unit, status, null, FormView.of(errors)))
                .orElseGet(() -> {
                    Flash.done(next, "people.units.charge-given");
                    return new ModelAndView("redirect:/admin/units/" + unit);
                });
    }

    @PostMapping("/{leader}/end")
    String end(@PathVariable long unit, @PathVariable long leader, @SignedIn Actor by, RedirectAttributes next) {
        leaders.relieve(leader, unit, by, clock.instant());
        Flash.done(next, "people.units.charge-ended");
        return "redirect:/admin/units/" + unit;
    }
}
