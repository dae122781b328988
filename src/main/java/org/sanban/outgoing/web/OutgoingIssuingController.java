package org.sanban.outgoing.web;

import java.time.Clock;
import org.sanban.outgoing.Afterwards;
import org.sanban.outgoing.Numbering;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.Seals;
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

/** Takes what is done with the signed text: its number, proofs, seals, publication, recall, the notice that corrects it. */
@Controller
@RequestMapping("/documents/outgoing/{id:\\d+}")
@Needs(Needs.SIGNED_IN)
class OutgoingIssuingController {

    private final Numbering numbering;
    private final Proofs proofs;
    private final Seals seals;
    private final Afterwards afterwards;
    private final FormAnswers answers;
    private final Clock clock;

    OutgoingIssuingController(Numbering numbering, Proofs proofs, Seals seals, Afterwards afterwards, FormAnswers answers, Clock clock) {
        this.numbering = numbering;
        this.proofs = proofs;
        this.seals = seals;
        this.afterwards = afterwards;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/series")
    ModelAndView series(
            @PathVariable long id, @ModelAttribute("form") StepForms.SeriesForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "series", errors, by, shell, next, () -> numbering.choose(id, form.chosen(), form.reserved(), by, clock.instant()));
    }

    @PostMapping("/number-voidings")
    ModelAndView voidNumber(
            @PathVariable long id, @ModelAttribute("form") StepForms.VoidForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "void", errors, by, shell, next, () -> numbering.voidNumber(
                id, StepForms.text(form.voidReason()), StepForms.need(form.voidApprover(), "voidApprover"), by, clock.instant()));
    }

    @PostMapping("/proofs")
    ModelAndView read(
            @PathVariable long id, @ModelAttribute("form") StepForms.ProofForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "proof", errors, by, shell, next, () -> proofs.read(
                id, StepForms.need(form.part(), "part"), StepForms.need(form.clean(), "clean"), form.differences(), by, clock.instant()));
    }

    @PostMapping("/seals")
    ModelAndView seal(
            @PathVariable long id, @ModelAttribute("form") StepForms.SealForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "seal", errors, by, shell, next, () -> form.write(seals, id, by, clock.instant()));
    }

    @PostMapping("/publication")
    ModelAndView publish(
            @PathVariable long id, @ModelAttribute("form") StepForms.PublishForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "publish", errors, by, shell, next, () -> afterwards.publish(id, StepForms.text(form.publishWhere()), by, clock.instant()));
    }

    @PostMapping("/recall")
    ModelAndView recall(
            @PathVariable long id, @ModelAttribute("form") StepForms.RecallForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "recall", errors, by, shell, next, () -> afterwards.recall(id, StepForms.text(form.recallReason()), by, clock.instant()));
    }

    @PostMapping("/correction-notice")
    ModelAndView correct(
            @PathVariable long id, @ModelAttribute("form") StepForms.CorrectionForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "correction", errors, by, shell, next, () -> afterwards.correctedBy(id, StepForms.need(form.correction(), "correction"), by, clock.instant()));
    }
}
