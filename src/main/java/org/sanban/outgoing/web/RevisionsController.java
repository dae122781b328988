package org.sanban.outgoing.web;

import org.jspecify.annotations.Nullable;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The frozen texts of a paper (版本), any two compared. */
@Controller
@Needs(Needs.SIGNED_IN)
class RevisionsController {

    private final RevisionsPages pages;
    private final Organizations organizations;

    RevisionsController(RevisionsPages pages, Organizations organizations) {
        this.pages = pages;
        this.organizations = organizations;
    }

    /** @param no one text beside the one before it; else {@code from} and {@code to}, the last two where neither is named */
    @GetMapping("/documents/outgoing/{id:\\d+}/revisions")
    ModelAndView index(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer from, @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(required = false) @Nullable Integer no, @RequestParam(defaultValue = "inline") String view, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return new ModelAndView("outgoing/revisions").addObject("shell", shell)
                .addObject("view", pages.of(id, no == null ? from : Integer.valueOf(Math.max(0, no - 1)), no == null ? to : no, view.equals("sides"), by, shell.texts()))
                .addObject("words", new ElementWords(shell.texts(), organizations.all()));
    }
}
