package org.sanban.security.web;

import java.time.Clock;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.security.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a person sets for oneself. */
@Controller
@Needs(Needs.SIGNED_IN)
class MeController {

    private final Accounts accounts;
    private final Clock clock;

    MeController(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/me")
    String show(@SignedIn Actor by, Model model) {
        model.addAttribute("account", accounts.of(by.id(), clock.instant()));
        return "security/me";
    }
}
