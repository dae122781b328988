package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.people.UnitForm;
import org.sanban.people.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's tree of units. */
@Controller
@RequestMapping("/admin/units")
@Needs("people.manage")
class UnitsController {

    private final Units units;
    private final UnitPage page;
    private final Clock clock;

    UnitsController(Units units, UnitPage page, Clock clock) {
        this.units = units;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("lines", page.tree());
        return "people/units";
    }

    @GetMapping("/new")
    ModelAndView blank(@RequestParam(required = false) @Nullable Long parent) {
        return page.fresh(HttpStatus.OK, FormView.of(UnitPage.blank(parent)));
    }

    @PostMapping
    ModelAndView create(@Valid UnitForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> units.create(form, by, clock.instant()))
                .map(status -> page.fresh(status, FormView.of(errors)))
                .orElseGet(() -> done(next, "people.units.created", form.name()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        return page.of(id, HttpStatus.OK, null, null);
    }

    @PostMapping("/{id}")
    ModelAndView edit(
            @PathVariable long id, @Valid UnitForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> units.edit(id, form, by, clock.instant()))
                .map(status -> page.of(id, status, FormView.of(errors).at(form.version()), null))
                .orElseGet(() -> done(next, "people.units.edited", form.name()));
    }

    @PostMapping("/{id}/place")
    ModelAndView move(@PathVariable long id, @RequestParam boolean up, @SignedIn Actor by) {
        units.move(id, up, by, clock.instant());
        return new ModelAndView("redirect:/admin/units");
    }

    @PostMapping("/{id}/closure")
    ModelAndView close(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        units.close(id, by, clock.instant());
        return done(next, "people.units.closed", units.byId(id).name());
    }

    private static ModelAndView done(RedirectAttributes next, String key, String name) {
        Flash.done(next, key, name);
        return new ModelAndView("redirect:/admin/units");
    }
}
