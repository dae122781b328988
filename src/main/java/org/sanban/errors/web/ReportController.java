package org.sanban.errors.web;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Errors;
import org.sanban.errors.Reporting;
import org.sanban.errors.Source;
import org.sanban.errors.Taxonomy;
import org.sanban.errors.web.ErrorForms.ReportForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reporting an error: from scratch, or from a page whose subject, step and marked words are taken along. */
@Controller
@RequestMapping("/errors/new")
@Needs(Needs.SIGNED_IN)
class ReportController {

    private final Reporting reporting;
    private final Errors errors;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Clock clock;

    ReportController(Reporting reporting, Errors errors, Taxonomy taxonomy, Directory directory, Clock clock) {
        this.reporting = reporting;
        this.errors = errors;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(ReportForm form, BindingResult notUsed, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        Optional<Errors.Place> place = place(form.subject(), by);
        String quote = form.quote() == null || form.quote().length() <= 100 ? form.quote() : form.quote().substring(0, 100);
        ReportForm begun = new ReportForm(
                place.map(p -> form.subject()).orElse(null), null, form.business(), Source.SELF, null, null, null, null, place.map(Errors.Place::step).orElse(form.foundStep()), null,
                form.element(), form.from(), form.to(), quote, null, null);
        return page(FormView.of(begun), place.orElse(null), form.business(), shell, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView create(
            ReportForm form, BindingResult errors, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        long[] made = {0};
        return Submission.refused(errors, () -> made[0] = reporting.report(form.report(clock.getZone(), clock.instant()), by, clock.instant(), key(requestId)))
                .map(status -> page(FormView.of(errors), place(form.subject(), by).orElse(null), form.business(), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "errors.report.thanks");
                    return new ModelAndView("redirect:/errors/" + made[0]);
                });
    }

    private static String key(@Nullable String sent) {
        return sent == null || sent.isBlank() || sent.length() > 100 ? RequestId.next() : sent;
    }

    private Optional<Errors.Place> place(@Nullable String subject, Actor by) {
        try {
            SubjectRef ref = ErrorForms.ref(subject);
            return ref == null ? Optional.empty() : errors.place(ref, by);
        } catch (Refused typedByHand) {
            return Optional.empty();
        }
    }

    private ModelAndView page(FormView form, Errors.@Nullable Place place, @Nullable String business, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("errors/new").addObject("form", form).addObject("words", ErrorWords.of(taxonomy, directory, shell.texts()))
                .addObject("place", place).addObject("shell", shell)
                .addObject("business", place != null ? place.business() : null);
        page.setStatus(status);
        return page;
    }
}
