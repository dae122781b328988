package org.sanban.checking.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.checking.OfficeRule;
import org.sanban.checking.RuleMaking;
import org.sanban.checking.Rules;
import org.sanban.checking.Trials;
import org.sanban.checking.web.RuleForms.LessonForm;
import org.sanban.checking.web.RuleForms.RuleForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From error to rule (由差错起草规则): drafted in one step, tried at once, edited. */
@Controller
@Needs(CheckingNavigation.DRAFT)
class RuleMakingController {

    private final RuleMaking making;
    private final Rules rules;
    private final Trials trials;
    private final Clock clock;

    RuleMakingController(RuleMaking making, Rules rules, Trials trials, Clock clock) {
        this.making = making;
        this.rules = rules;
        this.trials = trials;
        this.clock = clock;
    }

    /** What is known of the error comes with the address. */
    @GetMapping("/checks/rules/new")
    ModelAndView blank(LessonForm known) {
        LessonForm form = new LessonForm(
                RuleForms.text(known.before()), RuleForms.text(known.after()), RuleForms.text(known.question()), RuleForms.text(known.steps()),
                RuleForms.text(known.origin()), RuleForms.text(known.originWords()));
        return fresh(FormView.of(form), HttpStatus.OK);
    }

    private static ModelAndView fresh(FormView form, HttpStatus status) {
        ModelAndView page = new ModelAndView("checking/rule-new");
        page.setStatus(status);
        return page.addObject("form", form);
    }

    @PostMapping("/checks/rules")
    ModelAndView draft(
            @Valid @ModelAttribute("form") LessonForm form, BindingResult errors, @RequestParam(defaultValue = "") String requestId, @SignedIn Actor by,
            RedirectAttributes next) {
        long[] id = new long[1];
        return Submission.refused(errors, () -> id[0] = making.draft(form.lesson(), by, clock.instant(), requestId))
                .map(status -> fresh(FormView.of(errors), status))
                .orElseGet(() -> done(next, "checking.rule.drafted", id[0]));
    }

    @GetMapping("/checks/rules/{id:\\d+}/text")
    ModelAndView show(@PathVariable long id) {
        return editor(id, null, HttpStatus.OK);
    }

    @PostMapping("/checks/rules/{id:\\d+}/text")
    ModelAndView edit(@PathVariable long id, @Valid @ModelAttribute("form") RuleForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        OfficeRule before = rules.one(id);
        return Submission.refused(errors, () -> {
                    OfficeRule after = making.edit(id, form.version() == null ? -1 : form.version(), form.over(before.rule()), by, clock.instant());
                    if (after.state() == OfficeRule.State.DRAFT) {
                        trials.of(id, by, clock.instant());
                    }
                })
                .map(status -> editor(id, FormView.of(errors).at(form.version() == null ? -1 : form.version()), status))
                .orElseGet(() -> done(next, "checking.rule.edited", id));
    }

    private ModelAndView editor(long id, @Nullable FormView form, HttpStatus status) {
        OfficeRule rule = rules.one(id);
        ModelAndView page = new ModelAndView("checking/rule-text");
        page.setStatus(status);
        return page.addObject("kept", rule).addObject("form", form == null ? FormView.of(RuleForm.of(rule.rule())).at(rule.version()) : form);
    }

    @PostMapping("/checks/rules/{id:\\d+}/trials")
    ModelAndView tryOut(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        trials.of(id, by, clock.instant());
        return done(next, "checking.rule.tried", id);
    }

    private ModelAndView done(RedirectAttributes next, String key, long id) {
        Flash.done(next, key, rules.one(id).code());
        return new ModelAndView("redirect:/checks/rules/" + id);
    }
}
