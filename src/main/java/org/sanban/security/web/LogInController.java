package org.sanban.security.web;

import org.sanban.people.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The door itself. The log-in is checked before a controller; one that was refused comes back here. */
@Controller
@Needs(Needs.NOTHING)
class LogInController {

    @GetMapping("/login")
    String show(@RequestParam(required = false) String bye, Model model) {
        model.addAttribute("login", "");
        model.addAttribute("refused", false);
        model.addAttribute("bye", bye != null);
        return "security/login";
    }

    @PostMapping(PageEntry.REFUSED)
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    String refused(@RequestParam(defaultValue = "") String login, Model model) {
        model.addAttribute("login", login);
        model.addAttribute("refused", true);
        model.addAttribute("bye", false);
        return "security/login";
    }
}
