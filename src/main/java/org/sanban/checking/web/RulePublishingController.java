package org.sanban.checking.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.sanban.checking.RulePublishing;
import org.sanban.checking.Rules;
import org.sanban.checking.web.RuleForms.ReasonForm;
import org.sanban.checking.web.RuleForms.SwitchForm;
import org.sanban.checking.web.RuleForms.WeightForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the one responsible for the rules decides. */
@Controller
@RequestMapping("/checks/rules/{id:\\d+}")
@Needs(CheckingNavigation.PUBLISH)
class RulePublishingController {

    private final RulePublishing publishing;
    private final Rules rules;
    private final RulePages pages;
    private final Clock clock;

    RulePublishingController(RulePublishing publishing, Rules rules, RulePages pages, Clock clock) {
        this.publishing = publishing;
        this.rules = rules;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/publication")
    ModelAndView publish(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return answer(id, errors, () -> publishing.publish(id, by, clock.instant()), "checking.rule.published", by, next);
    }

    @PostMapping("/retirement")
    ModelAndView retire(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return answer(id, errors, () -> publishing.retire(id, RuleForms.text(form.reason()), by, clock.instant()), "checking.rule.retired", by, next);
    }

    @PostMapping("/switch")
    ModelAndView switchOff(@PathVariable long id, @Valid @ModelAttribute("form") SwitchForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        boolean off = Boolean.TRUE.equals(form.off());
        return answer(id, errors, () -> publishing.switchOff(id, off, RuleForms.text(form.reason()), by, clock.instant()),
                off ? "checking.rule.switched-off" : "checking.rule.switched-on", by, next);
    }

    @PostMapping("/severity")
    ModelAndView weigh(@PathVariable long id, @Valid @ModelAttribute("form") WeightForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return answer(id, errors, () -> publishing.weigh(id, form.severity(), by, clock.instant()), "checking.rule.weighed", by, next);
    }

    private ModelAndView answer(long id, BindingResult errors, Runnable act, String done, Actor by, RedirectAttributes next) {
        return Submission.refused(errors, act).map(status -> page(id, errors, status, by)).orElseGet(() -> {
            Flash.done(next, done, rules.one(id).code());
            return new ModelAndView("redirect:/checks/rules/" + id);
        });
    }

    private ModelAndView page(long id, BindingResult errors, HttpStatus status, Actor by) {
        ModelAndView page = new ModelAndView("checking/rule");
        page.setStatus(status);
        return page.addObject("view", pages.of(id, by)).addObject("form", FormView.of(errors));
    }
}
