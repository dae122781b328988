package org.sanban.errors.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Errors;
import org.sanban.errors.Proposals;
import org.sanban.errors.Taxonomy;
import org.sanban.errors.web.ErrorForms.DecideForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the system proposes: what was learned, and the page on which one round of one subject is decided. */
@Controller
@RequestMapping("/errors/proposals")
@Needs(ErrorsNavigation.PROPOSALS)
class ProposalsController {

    private final Proposals proposals;
    private final Errors errors;
    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Clock clock;

    ProposalsController(Proposals proposals, Errors errors, Taxonomy taxonomy, Directory directory, Clock clock) {
        this.proposals = proposals;
        this.errors = errors;
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    String lessons(Model model) {
        model.addAttribute("lessons", proposals.lessons());
        return "errors/lessons";
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(id, FormView.of(new DecideForm(null, null, null, null)), by, shell, HttpStatus.OK);
    }

    @PostMapping("/{id:\\d+}/acceptance")
    ModelAndView accept(@PathVariable long id, @ModelAttribute("form") DecideForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return decide(id, wrong, by, shell, next, () -> proposals.accept(id, form.chosen(), form.description(), by, clock.instant(), key(requestId)));
    }

    @PostMapping("/{id:\\d+}/merger")
    ModelAndView merge(@PathVariable long id, @ModelAttribute("form") DecideForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return decide(id, wrong, by, shell, next, () -> proposals.merge(id, form.chosen(), ErrorForms.text(form.number()), by, clock.instant(), key(requestId)));
    }

    @PostMapping("/{id:\\d+}/dismissal")
    ModelAndView dismiss(@PathVariable long id, @ModelAttribute("form") DecideForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return decide(id, wrong, by, shell, next, () -> proposals.dismiss(id, form.chosen(), ErrorForms.text(form.reason()), by, clock.instant(), key(requestId)));
    }

    private static String key(@Nullable String sent) {
        return sent == null || sent.isBlank() || sent.length() > 90 ? RequestId.next() : sent;
    }

    private ModelAndView decide(long id, BindingResult wrong, Actor by, Shell shell, RedirectAttributes next, Runnable deciding) {
        proposals.group(id, by);
        return Submission.refused(wrong, deciding)
                .map(status -> page(id, FormView.of(wrong), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "errors.saved");
                    return new ModelAndView("redirect:/errors/proposals/" + id);
                });
    }

    private ModelAndView page(long id, FormView form, Actor by, Shell shell, HttpStatus status) {
        Proposals.Group group = proposals.group(id, by);
        ModelAndView page = new ModelAndView("errors/proposal").addObject("group", group).addObject("proposals", proposals.of(id, by)).addObject("form", form)
                .addObject("words", ErrorWords.of(taxonomy, directory, shell.texts())).addObject("shell", shell)
                .addObject("place", errors.place(group.subject(), by).orElse(null));
        page.setStatus(status);
        return page;
    }
}
