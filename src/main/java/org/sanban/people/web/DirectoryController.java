package org.sanban.people.web;

import jakarta.servlet.http.HttpServletResponse;
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
    String published(@RequestParam(defaultValue = "") String q, HttpServletResponse response, Model model) {
        String asked = q.length() > 100 ? q.substring(0, 100) : q;
        model.addAttribute("units", responsibilities.published(asked, LocalDate.now(clock)));
        model.addAttribute("q", asked);
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Vary", "Cookie, Accept-Language");
        return "people/directory-public";
    }
}
