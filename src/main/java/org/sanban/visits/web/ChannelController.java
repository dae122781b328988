package org.sanban.visits.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.visits.Channel;
import org.sanban.visits.web.VisitForms.ContactForm;
import org.sanban.visits.web.VisitForms.DoneForm;
import org.sanban.visits.web.VisitForms.MatterForm;
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

/** The list of important matters and the regular contacts. */
@Controller
@RequestMapping("/visits")
@Needs(VisitsNavigation.RECORDS)
class ChannelController {

    private final Channel channel;
    private final VisitWords words;
    private final Clock clock;

    ChannelController(Channel channel, VisitWords words, Clock clock) {
        this.channel = channel;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/matters")
    ModelAndView matters(@ModelAttribute("shell") Shell shell) {
        return matters(blankMatter(), FormView.of(new DoneForm(null)), shell, HttpStatus.OK);
    }

    @PostMapping("/matters")
    ModelAndView list(@ModelAttribute("form") MatterForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return Submission.refused(wrong, () -> channel.list(
                        form.organization(), Objects.requireNonNullElse(form.title(), ""), form.leadUnit(), form.contact(), form.due(), null, by, clock.instant(), VisitsController.key(requestId)))
                .map(status -> matters(FormView.of(wrong), FormView.of(new DoneForm(null)), shell, status)).orElseGet(() -> saved("/visits/matters", next));
    }

    @PostMapping("/matters/{id:\\d+}/completion")
    ModelAndView done(@PathVariable long id, @ModelAttribute("form") DoneForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return Submission.refused(wrong, () -> channel.done(id, Objects.requireNonNullElse(form.words(), ""), by, clock.instant()))
                .map(status -> matters(blankMatter(), FormView.of(wrong), shell, status)).orElseGet(() -> saved("/visits/matters", next));
    }

    @GetMapping("/contacts")
    ModelAndView contacts(@SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return contacts(FormView.of(new ContactForm(null, 30, LocalDate.now(clock).plusDays(30), by.id(), null)), shell, HttpStatus.OK);
    }

    @PostMapping("/contacts")
    ModelAndView agree(@ModelAttribute("form") ContactForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return Submission.refused(wrong, () -> channel.agree(form.organization(), form.everyDays(), form.next(), form.owner(), form.note(), by, clock.instant()))
                .map(status -> contacts(FormView.of(wrong), shell, status)).orElseGet(() -> saved("/visits/contacts", next));
    }

    @PostMapping("/contacts/{id:\\d+}/made")
    ModelAndView made(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        channel.made(id, by, clock.instant());
        return saved("/visits/contacts", next);
    }

    private static FormView blankMatter() {
        return FormView.of(new MatterForm(null, null, null, null, null));
    }

    private static ModelAndView saved(String to, RedirectAttributes next) {
        Flash.done(next, "affairs.saved");
        return new ModelAndView("redirect:" + to);
    }

    private ModelAndView matters(FormView form, FormView finishing, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("visits/matters").addObject("matters", channel.matters()).addObject("form", form).addObject("finishing", finishing)
                .addObject("words", words.in(shell.texts())).addObject("shell", shell).addObject("today", LocalDate.now(clock));
        page.setStatus(status);
        return page;
    }

    private ModelAndView contacts(FormView form, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("visits/contacts").addObject("contacts", channel.contacts()).addObject("form", form)
                .addObject("words", words.in(shell.texts())).addObject("shell", shell).addObject("today", LocalDate.now(clock));
        page.setStatus(status);
        return page;
    }
}
