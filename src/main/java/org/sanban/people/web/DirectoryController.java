package org.sanban.people.web;

import java.time.Clock;
import java.time.LocalDate;
import org.sanban.people.Needs;
import org.sanban.people.Responsibilities;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is responsible for what: for staff with the persons, for anyone with duties and office numbers. */
@Controller
class DirectoryController {

    private final Responsibilities responsibilities;
    private final Clock clock;

    DirectoryController(Responsibilities responsibilities, Clock clock) {
        this.responsibilities = responsibilities;
        this.clock = clock;
    }

    @GetMapping("/directory")
    @Needs(Needs.SIGNED_IN)
    String show(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("cards", responsibilities.find(q, LocalDate.now(clock)));
        model.addAttribute("q", q);
        return "people/directory";
    }

    @GetMapping("/public/directory")
    @Needs(Needs.NOTHING)
    String published(Model model) {
        model.addAttribute("units", responsibilities.published());
        return "people/directory-public";
    }
}
