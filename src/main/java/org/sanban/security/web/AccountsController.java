package org.sanban.security.web;

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
import org.sanban.security.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts, as the system administrator makes and closes them and the security administrator unlocks them. */
@Controller
class AccountsController {

    static final String MANAGE = "people.manage";
    static final String RELEASE = "lock.release";
    private static final String ONE_TIME = "oneTimePassword";

    private final Accounts accounts;
    private final Clock clock;

    AccountsController(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    private interface Act {
        void at(Instant now);
    }

    @GetMapping("/admin/accounts")
    @Needs({MANAGE, RELEASE})
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("accounts", accounts.list(q, clock.instant()));
        model.addAttribute("q", q);
        return "security/accounts";
    }

    @GetMapping("/admin/accounts/{person}")
    @Needs({MANAGE, RELEASE})
    ModelAndView show(@PathVariable long person, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, ModelMap left) {
        return page(person, noErrors(), HttpStatus.OK, (String) left.get(ONE_TIME), by, shell);
    }

    @PostMapping("/admin/accounts/{person}/password")
    @Needs(MANAGE)
    ModelAndView issue(@PathVariable long person, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return act(person, by, shell, now -> next.addFlashAttribute(ONE_TIME, accounts.issue(person, by, now)));
    }

    @PostMapping("/admin/accounts/{person}/closing")
    @Needs(MANAGE)
    ModelAndView disable(@PathVariable long person, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return act(person, by, shell, now -> {
            accounts.disable(person, by, now);
            Flash.done(next, "security.account.disabled");
        });
    }

    @PostMapping("/admin/accounts/{person}/opening")
    @Needs(MANAGE)
    ModelAndView enable(@PathVariable long person, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return act(person, by, shell, now -> {
            accounts.enable(person, by, now);
            Flash.done(next, "security.account.enabled");
        });
    }

    @PostMapping("/admin/accounts/{person}/release")
    @Needs(RELEASE)
    ModelAndView release(@PathVariable long person, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return act(person, by, shell, now -> {
            accounts.release(person, by, now);
            Flash.done(next, "security.account.released");
        });
    }

    private ModelAndView act(long person, Actor by, Shell shell, Act act) {
        BindingResult errors = noErrors();
        try {
            act.at(clock.instant());
            return new ModelAndView("redirect:/admin/accounts/" + person);
        } catch (Refused refused) {
            refused.into(errors);
            return page(person, errors, HttpStatus.UNPROCESSABLE_CONTENT, null, by, shell);
        }
    }

    private static BindingResult noErrors() {
        return new BeanPropertyBindingResult(new Object(), "form");
    }

    private ModelAndView page(
            long person, BindingResult errors, HttpStatus status, @Nullable String oneTime, Actor by, Shell shell) {
        ModelMap model = new ModelMap("form", FormView.of(errors))
                .addAttribute("shell", shell)
                .addAttribute("account", accounts.of(person, clock.instant()))
                .addAttribute("manages", by.may(MANAGE))
                .addAttribute("releases", by.may(RELEASE));
        if (oneTime != null) {
            model.addAttribute("oneTime", oneTime);
        }
        return new ModelAndView("security/account", model, status);
    }
}
