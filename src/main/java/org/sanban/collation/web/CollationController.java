package org.sanban.collation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Comparison;
import org.sanban.collation.Comparisons;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The proofs of a subject against its text: what differs on both sides, a new proof, a confirmation. */
@Controller
@RequestMapping("/collations/{kind}/{id:\\d+}/{purpose}")
@Needs(Needs.SIGNED_IN)
class CollationController {

    private final Comparisons comparisons;
    private final CollationPages pages;
    private final Clock clock;

    CollationController(Comparisons comparisons, CollationPages pages, Clock clock) {
        this.comparisons = comparisons;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @RequestParam(required = false) @Nullable Long proof,
            @SignedIn Actor by, Model model) {
        return page(pages.of(CollationPages.subject(kind, id), purpose, proof, by), null, null, model);
    }

    /** On the subject's own page. */
    @GetMapping("/panel")
    String panel(@PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @SignedIn Actor by, Model model) {
        model.addAttribute("view", pages.of(CollationPages.subject(kind, id), purpose, null, by));
        return "collation/panel";
    }

    @PostMapping
    String compare(
            @PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @ModelAttribute("form") ProofForm form, BindingResult errors,
            @SignedIn Actor by, Model model, RedirectAttributes next, HttpServletResponse response) {
        SubjectRef subject = CollationPages.subject(kind, id);
        CollationView before = pages.of(subject, purpose, null, by);
        try {
            if (!errors.hasErrors() && !form.given() && form.kept() == null) {
                errors.rejectValue("file", "files.refusal.choose");
            }
            if (!errors.hasErrors()) {
                Comparison made = form.given()
                        ? comparisons.compare(subject, purpose, Upload.of(form.proof(), Attachment.Copy.RESULT), by, clock.instant(), form.request())
                        : comparisons.compareKept(subject, purpose, form.kept(), by, clock.instant(), form.request());
                Flash.done(next, made.differences().isEmpty() ? "collation.show.same" : "collation.show.differs");
                return "redirect:" + before.base();
            }
        } catch (Refused refused) {
            refused.into(errors);
        } catch (IOException brokenOff) {
            errors.rejectValue("file", "files.refusal.broken-off");
        }
        response.setStatus(422);
        return page(before, FormView.of(errors), null, model);
    }

    @PostMapping("/confirmations")
    String confirm(
            @PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @ModelAttribute("form") ConfirmForm form, BindingResult errors,
            @SignedIn Actor by, Model model, RedirectAttributes next, HttpServletResponse response) {
        SubjectRef subject = CollationPages.subject(kind, id);
        CollationView before = pages.of(subject, purpose, null, by);
        try {
            if (!errors.hasErrors() && form.difference() == null) {
                errors.reject("collation.refusal.which");
            }
            if (!errors.hasErrors()) {
                comparisons.confirm(subject, purpose, form.difference(), form.reason(), by, clock.instant());
                Flash.done(next, "collation.show.confirmed");
                return "redirect:" + before.base() + "#d-" + form.difference();
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        response.setStatus(422);
        return page(before, null, FormView.of(errors), model);
    }

    private static String page(CollationView view, @Nullable FormView proof, @Nullable FormView confirmation, Model model) {
        model.addAttribute("view", view)
                .addAttribute("proof", proof != null ? proof : FormView.of(ProofForm.EMPTY))
                .addAttribute("confirmation", confirmation != null ? confirmation : FormView.of(new ConfirmForm(null, null)));
        return "collation/show";
    }
}
