package org.sanban.outgoing.web;

import java.time.Clock;
import java.util.List;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.Countersigns;
import org.sanban.outgoing.Reasons;
import org.sanban.outgoing.ReviewSheets;
import org.sanban.outgoing.Signing;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what is said of the text before it goes out: countersignatures, reasons, signatures, what a change weighs. */
@Controller
@RequestMapping("/documents/outgoing/{id:\\d+}")
@Needs(Needs.SIGNED_IN)
class OutgoingOpinionsController {

    private final Countersigns countersigns;
    private final ReviewSheets sheets;
    private final Reasons reasons;
    private final Signing signing;
    private final Corrections corrections;
    private final FormAnswers answers;
    private final Clock clock;

    OutgoingOpinionsController(
            Countersigns countersigns, ReviewSheets sheets, Reasons reasons, Signing signing, Corrections corrections, FormAnswers answers, Clock clock) {
        this.countersigns = countersigns;
        this.sheets = sheets;
        this.reasons = reasons;
        this.signing = signing;
        this.corrections = corrections;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/verdicts")
    ModelAndView choose(
            @PathVariable long id, @ModelAttribute("form") StepForms.VerdictForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "verdict", errors, by, shell, next, () -> countersigns.choose(id, StepForms.need(form.verdict(), "verdict"), by, clock.instant()));
    }

    @PostMapping("/countersigns")
    ModelAndView record(
            @PathVariable long id, @ModelAttribute("form") StepForms.OutsideForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "outside", errors, by, shell, next, () -> countersigns.record(id, form.outside(), by, clock.instant()));
    }

    @PostMapping("/review-sheet")
    ModelAndView review(
            @PathVariable long id, @ModelAttribute("form") StepForms.FocusForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "focus", errors, by, shell, next, () -> sheets.record(id, form.found(), by, clock.instant()));
    }

    @PostMapping("/reasons")
    ModelAndView reason(
            @PathVariable long id, @ModelAttribute("form") StepForms.ReasonForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "rule", errors, by, shell, next, () -> reasons.give(id, StepForms.text(form.rule()), StepForms.text(form.ruleReason()), by, clock.instant()));
    }

    @PostMapping("/signatures")
    ModelAndView sign(
            @PathVariable long id, @ModelAttribute("form") StepForms.SignForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "sign", errors, by, shell, next, () -> signing.sign(
                id, StepForms.text(form.sha256()), form.said(), form.onward(), List.of(), by, clock.instant(), StepForms.request(form.requestId())));
    }

    @PostMapping("/weights")
    ModelAndView weigh(
            @PathVariable long id, @ModelAttribute("form") StepForms.WeightForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "weight", errors, by, shell, next, () -> corrections.classify(id, form.choice(), by, clock.instant()));
    }
}
