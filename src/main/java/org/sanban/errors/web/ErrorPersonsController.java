package org.sanban.errors.web;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Errors;
import org.sanban.errors.Restricted;
import org.sanban.errors.web.ErrorForms.AnswerForm;
import org.sanban.errors.web.ErrorForms.PersonForm;
import org.sanban.errors.web.ErrorForms.StatementForm;
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
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The restricted block of an error on a page of its own: one goes there on purpose, and every look is noted. */
@Controller
@RequestMapping("/errors/{id:\\d+}/persons")
@Needs(Needs.SIGNED_IN)
class ErrorPersonsController {

    private final Restricted restricted;
    private final Errors errors;
    private final Directory directory;
    private final Clock clock;

    ErrorPersonsController(Restricted restricted, Errors errors, Directory directory, Clock clock) {
        this.restricted = restricted;
        this.errors = errors;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(id, Map.of(), by, shell, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView name(@PathVariable long id, @ModelAttribute("form") PersonForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "name", wrong, by, shell, next,
                () -> restricted.name(id, ErrorForms.needed(form.person(), "person"), form.role(), form.share(), form.note(), by, clock.instant()));
    }

    @PostMapping("/{named:\\d+}/hearing")
    ModelAndView heard(@PathVariable long id, @PathVariable long named, @ModelAttribute("form") StatementForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "heard", wrong, by, shell, next, () -> restricted.heard(id, named, ErrorForms.text(form.words()), by, clock.instant()));
    }

    @PostMapping("/{named:\\d+}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @PathVariable long named, @SignedIn Actor by, RedirectAttributes next) {
        restricted.withdraw(id, named, by, clock.instant());
        Flash.done(next, "errors.saved");
        return new ModelAndView("redirect:/errors/" + id + "/persons");
    }

    @PostMapping("/statements")
    ModelAndView state(
            @PathVariable long id, @ModelAttribute("form") StatementForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "state", wrong, by, shell, next, () -> restricted.state(
                id, Objects.requireNonNullElse(form.kind(), Restricted.Kind.COMMENT), ErrorForms.text(form.words()), by, clock.instant(),
                requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId));
    }

    @PostMapping("/statements/{statement:\\d+}/answer")
    ModelAndView answer(@PathVariable long id, @PathVariable long statement, @ModelAttribute("form") AnswerForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "answer", wrong, by, shell, next,
                () -> restricted.answer(id, statement, Boolean.TRUE.equals(form.granted()), ErrorForms.text(form.answer()), by, clock.instant()));
    }

    private ModelAndView write(long id, String form, BindingResult wrong, Actor by, Shell shell, RedirectAttributes next, Runnable writing) {
        restricted.ground(errors.one(id, by), by).orElseThrow(org.sanban.pages.NotFound::new);
        return Submission.refused(wrong, writing)
                .map(status -> page(id, Map.of(form, FormView.of(wrong)), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "errors.saved");
                    return new ModelAndView("redirect:/errors/" + id + "/persons");
                });
    }

    private ModelAndView page(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        Restricted.Block block = restricted.look(id, Restricted.Way.PAGE, by, clock.instant());
        ModelAndView page = new ModelAndView("errors/persons").addObject("block", block).addObject("error", errors.one(id, by)).addObject("shell", shell)
                .addObject("concerned", restricted.concerns(id, by)).addObject("sent", sent.values())
                .addObject("persons", ErrorShowing.persons(directory))
                .addObject("naming", sent.getOrDefault("name", FormView.of(new PersonForm(null, null, null, null))))
                .addObject("stating", sent.getOrDefault("state", FormView.of(new StatementForm(null, Restricted.Kind.COMMENT))))
                .addObject("hearing", sent.getOrDefault("heard", FormView.of(new StatementForm(null, null))))
                .addObject("answering", sent.getOrDefault("answer", FormView.of(new AnswerForm(null, null))));
        page.setStatus(status);
        return page;
    }
}
