package org.sanban.documents.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingReading;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
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

/** Takes what the holder of a step writes on the paper: first review, assignment, reply, going on without readers. */
@Controller
@RequestMapping("/documents/incoming/{id:\\d+}")
@Needs(Needs.SIGNED_IN)
class IncomingNotesController {

    private final Incoming incoming;
    private final IncomingReading reading;
    private final PaperPages pages;
    private final Clock clock;

    IncomingNotesController(Incoming incoming, IncomingReading reading, PaperPages pages, Clock clock) {
        this.incoming = incoming;
        this.reading = reading;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/reviews")
    ModelAndView review(
            @PathVariable long id, @ModelAttribute("form") NoteForms.ReviewForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "review", errors, by, shell, next, () -> incoming.review(id, form.review(by.id(), clock.instant()), by));
    }

    @PostMapping("/assignments")
    ModelAndView assign(
            @PathVariable long id, @ModelAttribute("form") NoteForms.AssignmentForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "assignment", errors, by, shell, next, () -> incoming.assign(id, form.assignment(by.id(), clock.instant()), by));
    }

    @PostMapping("/replies")
    ModelAndView reply(
            @PathVariable long id, @ModelAttribute("form") NoteForms.ReplyForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "reply", errors, by, shell, next, () -> {
            if (!form.complete()) {
                throw new Refused(Objection.of("documents.refusal.reply-missing").at(form.replyForm() == null ? "replyForm" : "replyOn"));
            }
            incoming.reply(id, form.reply(by.id(), clock.instant()), by);
        });
    }

    @PostMapping("/waivers")
    ModelAndView waive(
            @PathVariable long id, @ModelAttribute("form") NoteForms.WaiverForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        List<String> readers = pages.openReaders(reading.one(id, by), by, shell);
        return write(id, "waiver", errors, by, shell, next,
                () -> incoming.waiveReaders(id, readers, Objects.requireNonNullElse(form.waiverReason(), ""), by, clock.instant()));
    }

    private ModelAndView write(long id, String form, BindingResult errors, Actor by, Shell shell, RedirectAttributes next, Runnable writing) {
        if (!errors.hasErrors()) {
            try {
                writing.run();
                Flash.done(next, SAVED.get(form));
                return new ModelAndView("redirect:/documents/incoming/" + id);
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        return pages.show(reading.one(id, by), Map.of(form, FormView.of(errors)), by, shell, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static final Map<String, String> SAVED = Map.of(
            "review", "documents.review.saved", "assignment", "documents.assign.saved", "reply", "documents.reply.saved",
            "waiver", "documents.waiver.saved");
}
