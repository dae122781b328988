package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Objects;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's list of bodies outside the office (机构名录). */
@Controller
@RequestMapping("/admin/organizations")
@Needs("people.manage")
class OrganizationsController {

    private final Organizations organizations;
    private final OrganizationPage page;
    private final Clock clock;

    OrganizationsController(Organizations organizations, OrganizationPage page, Clock clock) {
        this.organizations = organizations;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("found", page.found(q)).addAttribute("q", q);
        return "people/organizations";
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return page.fresh(HttpStatus.OK, FormView.of(OrganizationForm.BLANK));
    }

    @PostMapping
    ModelAndView add(@Valid OrganizationForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> organizations.add(form.body(0), by, clock.instant()))
                .map(status -> page.fresh(status, FormView.of(errors)))
                .orElseGet(() -> done(next, "people.organizations.added", form.name()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        return page.of(id, HttpStatus.OK, FormView.of(OrganizationForm.of(organizations.byId(id).orElseThrow(NotFound::new))));
    }

    @PostMapping("/{id}")
    ModelAndView edit(
            @PathVariable long id, @Valid OrganizationForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> organizations.edit(form.body(id), by, clock.instant()))
                .map(status -> page.of(id, status, FormView.of(errors).at(form.version())))
                .orElseGet(() -> done(next, "people.organizations.edited", form.name()));
    }

    /** 曾用名: papers dated after the day must not call it so. */
    @PostMapping("/{id}/former-names")
    ModelAndView called(
            @PathVariable long id, @Valid @ModelAttribute("former") FormerNameForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> organizations.called(
                        id, Objects.requireNonNull(form.former()).strip(), Objects.requireNonNull(form.until()), by, clock.instant()))
                .map(status -> page.former(id, status, FormView.of(errors)))
                .orElseGet(() -> {
                    Flash.done(next, "people.organizations.called-saved", Objects.requireNonNull(form.former()));
                    return new ModelAndView("redirect:/admin/organizations/" + id);
                });
    }

    @PostMapping("/{id}/retirement")
    ModelAndView retire(@PathVariable long id, @RequestParam boolean retired, @SignedIn Actor by, RedirectAttributes next) {
        organizations.retire(id, retired, by, clock.instant());
        String name = organizations.byId(id).orElseThrow(NotFound::new).name();
        return done(next, retired ? "people.organizations.retired" : "people.organizations.restored", name);
    }

    private static ModelAndView done(RedirectAttributes next, String key, String name) {
        Flash.done(next, key, name);
        return new ModelAndView("redirect:/admin/organizations");
    }
}
