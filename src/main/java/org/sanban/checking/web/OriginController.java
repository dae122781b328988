package org.sanban.checking.web;

import org.sanban.audit.SubjectRef;
import org.sanban.checking.Rules;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Sight;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** On the page of an error: the rules that were made from it, and the way to make one. A fragment by reference. */
@Controller
@Needs(CheckingNavigation.READ)
class OriginController {

    private final Rules rules;
    private final Sight sight;

    OriginController(Rules rules, Sight sight) {
        this.rules = rules;
        this.sight = sight;
    }

    /**
     * @param words how people call the error
     * @param before the wrong words as far as the page knows them, so that the rule is drafted in one step; {@code after} the right ones
     */
    @GetMapping("/checks/origin")
    ModelAndView panel(
            @RequestParam String subject, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String after, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        SubjectRef origin = FindingsController.read(subject);
        if (!sight.sees(by, origin)) {
            throw new NotFound();
        }
        return new ModelAndView("checking/origin").addObject("shell", shell).addObject("origin", origin).addObject("rules", rules.from(origin))
                .addObject("lesson", org.sanban.pages.FormView.of(new RuleForms.LessonForm(before, after, "", "", subject, words)))
                .addObject("mayDraft", by.may(CheckingNavigation.DRAFT));
    }
}
