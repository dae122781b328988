package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Persons;
import org.sanban.people.Roles;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roles and clearance: the security administrator's. */
@Controller
@Needs("role.grant")
class GrantsController {

    private final Roles roles;
    private final Persons persons;
    private final PersonPage page;
    private final Clock clock;

    GrantsController(Roles roles, Persons persons, PersonPage page, Clock clock) {
        this.roles = roles;
        this.persons = persons;
        this.page = page;
        this.clock = clock;
    }

    @GetMapping("/admin/roles")
    @Needs({"role.grant", "people.manage", "audit.read"})
    String list(Model model, @SignedIn Actor by) {
        model.addAttribute("roles", roles.all())
                .addAttribute("grants", roles.granted(0))
                .addAttribute("mayChange", by.may("policy.manage"));
        return "people/roles";
    }

    @PostMapping("/admin/persons/{id}/roles")
    ModelAndView grant(
            @PathVariable long id, @Valid GrantForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        long where = form.where() == null ? 0 : form.where();
        return Submission.refused(errors, () -> roles.grant(id, String.valueOf(form.role()), where, by, clock.instant()))
                .map(status -> page.of(id, by, status, "grantForm", FormView.of(errors)))
                .orElseGet(() -> back(id, next, "people.roles.granted"));
    }

    @PostMapping("/admin/persons/{id}/roles/{grant}/end")
    ModelAndView revoke(@PathVariable long id, @PathVariable long grant, @SignedIn Actor by, RedirectAttributes next) {
        roles.revoke(grant, by, clock.instant());
        return back(id, next, "people.roles.revoked");
    }

    @PostMapping("/admin/persons/{id}/clearance")
    @Needs("clearance.set")
    ModelAndView clear(
            @PathVariable long id, @Valid ClearanceForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return Submission.refused(errors, () -> persons.clear(id, form.clearance(), by, clock.instant()))
                .map(status -> page.of(id, by, status, "clearanceForm", FormView.of(errors)))
                .orElseGet(() -> back(id, next, "people.persons.cleared"));
    }

    private static ModelAndView back(long id, RedirectAttributes next, String done) {
        Flash.done(next, done);
        return new ModelAndView("redirect:/admin/persons/" + id);
    }
}
