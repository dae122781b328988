package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.RoleRights;
import org.sanban.people.Roles.Role;
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

/** The rights of a business role: the security administrator's. */
@Controller
@RequestMapping("/admin/roles/{code}")
@Needs("policy.manage")
class RightsController {

    private final RoleRights rights;
    private final Clock clock;

    RightsController(RoleRights rights, Clock clock) {
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String code) {
        Role role = rights.role(code);
        return page(role, HttpStatus.OK, FormView.of(new RightsForm(role.rights(), role.version())).at(role.version()));
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String code, @Valid RightsForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        Role role = rights.role(code);
        return Submission.refused(errors, () -> rights.change(code, form.chosen(), form.version(), by, clock.instant()))
                .map(status -> page(role, status, FormView.of(errors).at(form.version())))
                .orElseGet(() -> {
                    Flash.done(next, "people.rights.changed");
                    return new ModelAndView("redirect:/admin/roles");
                });
    }

    private ModelAndView page(Role role, HttpStatus status, FormView form) {
        return new ModelAndView(
                "people/rights", new ModelMap("role", role).addAttribute("onOffer", rights.onOffer()).addAttribute("form", form), status);
    }
}
