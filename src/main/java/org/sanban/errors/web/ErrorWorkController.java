package org.sanban.errors.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Actions;
import org.sanban.errors.Errors;
import org.sanban.errors.Explaining;
import org.sanban.errors.Understanding;
import org.sanban.errors.Verifying;
import org.sanban.errors.web.ErrorForms.ActionForm;
import org.sanban.errors.web.ErrorForms.CauseForm;
import org.sanban.errors.web.ErrorForms.ClassifyForm;
import org.sanban.errors.web.ErrorForms.CorrectForm;
import org.sanban.errors.web.ErrorForms.EvidenceForm;
import org.sanban.errors.web.ErrorForms.HeldForm;
import org.sanban.errors.web.ErrorForms.LessonForm;
import org.sanban.errors.web.ErrorForms.PlanForm;
import org.sanban.errors.web.ErrorForms.PrepareForm;
import org.sanban.errors.web.ErrorForms.ReasonForm;
import org.sanban.errors.web.ErrorForms.VerifyForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what the holder of a step writes on an error. Who may, the register decides. */
@Controller
@RequestMapping("/errors/{id:\\d+}")
@Needs(Needs.SIGNED_IN)
class ErrorWorkController {

    private final Understanding understanding;
    private final Actions actions;
    private final Verifying verifying;
    private final Explaining explaining;
    private final Errors errors;
    private final ErrorShowing pages;
    private final Clock clock;

    ErrorWorkController(
            Understanding understanding, Actions actions, Verifying verifying, Explaining explaining, Errors errors, ErrorShowing pages, Clock clock) {
        this.understanding = understanding;
        this.actions = actions;
        this.verifying = verifying;
        this.explaining = explaining;
        this.errors = errors;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/classification")
    ModelAndView classify(@PathVariable long id, @ModelAttribute("form") ClassifyForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "classify", wrong, by, shell, next, () -> understanding.classify(id, ErrorForms.version(form.version()), form.said(clock.getZone()), by, now()));
    }

    @PostMapping("/correction")
    ModelAndView correct(@PathVariable long id, @ModelAttribute("form") CorrectForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "correct", wrong, by, shell, next, () -> understanding.correct(
                id, ErrorForms.version(form.version()), ErrorForms.text(form.correction()), ErrorForms.instant(form.correctedAt(), clock.getZone()), by, now()));
    }

    @PostMapping("/causes")
    ModelAndView analyse(@PathVariable long id, @ModelAttribute("form") CauseForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "cause", wrong, by, shell, next, () -> understanding.analyse(
                id, ErrorForms.version(form.version()), form.causes() == null ? java.util.List.of() : form.causes(), form.whys(), form.causeText(), by, now()));
    }

    @PostMapping("/actions")
    ModelAndView agree(
            @PathVariable long id, @ModelAttribute("form") ActionForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "action", wrong, by, shell, next, () -> actions.agree(
                id, Objects.requireNonNullElse(form.nature(), Actions.Nature.CORRECTIVE), ErrorForms.text(form.what()), ErrorForms.needed(form.actionUnit(), "actionUnit"),
                ErrorForms.needed(form.dueOn(), "dueOn"), form.owner(), by, now(), requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId));
    }

    @PostMapping("/actions/{action:\\d+}/evidence")
    ModelAndView done(@PathVariable long id, @PathVariable long action, @ModelAttribute("form") EvidenceForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "evidence", wrong, by, shell, next,
                () -> actions.done(id, action, ErrorForms.text(form.evidence()), ErrorForms.instant(form.doneOn(), clock.getZone()), by, now()));
    }

    @PostMapping("/actions/{action:\\d+}/drop")
    ModelAndView drop(@PathVariable long id, @PathVariable long action, @ModelAttribute("form") ReasonForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "drop", wrong, by, shell, next, () -> actions.drop(id, action, ErrorForms.text(form.reason()), by, now()));
    }

    @PostMapping("/verifications")
    ModelAndView verify(@PathVariable long id, @ModelAttribute("form") VerifyForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "verify", wrong, by, shell, next,
                () -> verifying.verify(id, ErrorForms.text(form.method()), ErrorForms.text(form.result()), Boolean.TRUE.equals(form.effective()), by, now()));
    }

    @PostMapping("/explanation/plan")
    ModelAndView plan(@PathVariable long id, @ModelAttribute("form") PlanForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "plan", wrong, by, shell, next, () -> explaining.plan(
                id, ErrorForms.text(form.meeting()), null, ErrorForms.needed(ErrorForms.instant(form.plannedAt(), clock.getZone()), "plannedAt"), ErrorForms.text(form.speakerRole()), by, now()));
    }

    @PostMapping("/explanation/form")
    ModelAndView prepare(@PathVariable long id, @ModelAttribute("form") PrepareForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "prepare", wrong, by, shell, next,
                () -> explaining.prepare(id, ErrorForms.text(form.happened()), ErrorForms.text(form.why()), ErrorForms.text(form.measures()), by, now()));
    }

    @PostMapping("/explanation/record")
    ModelAndView held(@PathVariable long id, @ModelAttribute("form") HeldForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "held", wrong, by, shell, next,
                () -> explaining.held(id, ErrorForms.text(form.record()), ErrorForms.instant(form.heldAt(), clock.getZone()), by, now()));
    }

    @PostMapping("/lesson")
    ModelAndView lesson(@PathVariable long id, @ModelAttribute("form") LessonForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "lesson", wrong, by, shell, next, () -> errors.sayLesson(id, form.casebook(), form.rule(), by, now()));
    }

    private ModelAndView write(long id, String form, BindingResult wrong, Actor by, Shell shell, RedirectAttributes next, Runnable writing) {
        errors.one(id, by);
        return Submission.refused(wrong, writing)
                .map(status -> pages.show(id, Map.of(form, FormView.of(wrong)), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "errors.saved");
                    return new ModelAndView("redirect:/errors/" + id);
                });
    }

    private Instant now() {
        return clock.instant();
    }
}
