package org.sanban.security.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.security.Tokens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own access tokens. */
@Controller
@Needs(Needs.SIGNED_IN)
class TokensController {

    private static final String FRESH = "freshToken";
    private static final TokenForm BLANK = new TokenForm("", 90, false);

    private final Tokens tokens;
    private final Clock clock;

    TokensController(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/me/tokens")
    ModelAndView list(@SignedIn Actor by, @ModelAttribute("shell") Shell shell, ModelMap left) {
        return page(FormView.of(BLANK), HttpStatus.OK, (String) left.get(FRESH), by, shell);
    }

    /** Shown by the page after the redirect, once: a reload neither makes another nor shows it again. */
    @PostMapping("/me/tokens")
    ModelAndView create(
            @Valid TokenForm form, BindingResult errors, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            RedirectAttributes next) {
        try {
            if (!errors.hasErrors()) {
                next.addFlashAttribute(FRESH, tokens.create(by, form.name(), form.writes(), form.days(), clock.instant()));
                return new ModelAndView("redirect:/me/tokens");
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        return page(FormView.of(errors), HttpStatus.UNPROCESSABLE_CONTENT, null, by, shell);
    }

    @PostMapping("/me/tokens/{id}/revocation")
    String revoke(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        tokens.revoke(by, id, clock.instant());
        Flash.done(next, "security.tokens.revoked");
        return "redirect:/me/tokens";
    }

    private ModelAndView page(FormView form, HttpStatus status, @Nullable String fresh, Actor by, Shell shell) {
        Instant now = clock.instant();
        ModelMap model = new ModelMap("form", form).addAttribute("shell", shell).addAttribute("tokens", tokens.of(by.id(), now));
        if (fresh != null) {
            model.addAttribute("fresh", fresh);
        }
        return new ModelAndView("security/tokens", model, status);
    }
}
