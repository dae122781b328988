package org.sanban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.security.Accounts;
import org.sanban.security.SecuritySettings;
import org.sanban.security.Standing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own password. */
@Controller
@Needs(Needs.SIGNED_IN)
class PasswordController {

    private final Accounts accounts;
    private final SecuritySettings settings;
    private final PresentSession session;
    private final Clock clock;

    PasswordController(Accounts accounts, SecuritySettings settings, PresentSession session, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.session = session;
        this.clock = clock;
    }

    @GetMapping(SessionFilter.PASSWORD_PAGE)
    ModelAndView show(@SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(FormView.of(new PasswordForm("", "", "")), HttpStatus.OK, by, shell);
    }

    @PostMapping(SessionFilter.PASSWORD_PAGE)
    ModelAndView change(
            @Valid PasswordForm form, BindingResult errors, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            RedirectAttributes next, HttpServletRequest request, HttpServletResponse response) {
        try {
            if (!errors.hasErrors()) {
                if (!form.password().equals(form.again())) {
                    throw new Refused(Objection.of("security.refusal.password-again").at("again"));
                }
                int generation = accounts.changePassword(by.id(), form.present(), form.password(), clock.instant());
                session.goOn(generation, request, response);
                Flash.done(next, "security.password.changed");
                return new ModelAndView("redirect:/me");
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        return page(FormView.of(errors), HttpStatus.UNPROCESSABLE_CONTENT, by, shell);
    }

    private ModelAndView page(FormView form, HttpStatus status, Actor by, Shell shell) {
        ModelMap model = new ModelMap("form", form)
                .addAttribute("shell", shell)
                .addAttribute("forced", accounts.standing(by.id()).map(Standing::mustChange).orElse(false))
                .addAttribute("rules", List.of(
                        shell.t("security.password.rule-length", settings.minLength()),
                        shell.t("security.password.rule-login"),
                        shell.t("security.password.rule-common"),
                        shell.t("security.password.rule-earlier", settings.remembered())));
        return new ModelAndView("security/password", model, status);
    }
}
