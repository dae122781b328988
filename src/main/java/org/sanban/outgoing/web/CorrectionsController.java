package org.sanban.outgoing.web;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Correction;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Corrections (改动): of which kind each is, and what the author says of it. */
@Controller
@Needs(Needs.SIGNED_IN)
class CorrectionsController {

    private static final String HTMX = "HX-Request";

    private final Corrections corrections;
    private final CorrectionViews views;
    private final OutgoingReading reading;
    private final Organizations organizations;
    private final Clock clock;

    CorrectionsController(Corrections corrections, CorrectionViews views, OutgoingReading reading, Organizations organizations, Clock clock) {
        this.corrections = corrections;
        this.views = views;
        this.reading = reading;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/documents/outgoing/{id:\\d+}/corrections")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(id, "outgoing/corrections", "", by, shell);
    }

    @GetMapping("/documents/outgoing/{id:\\d+}/corrections/panel")
    ModelAndView panel(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(id, "outgoing/corrections-panel", "", by, shell);
    }

    /** Says of which kind a change is that is not sent yet. */
    @PostMapping("/documents/outgoing/{id:\\d+}/corrections")
    ModelAndView classify(
            @PathVariable long id, @RequestParam(defaultValue = "0") int revision, @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "0") int to, @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) Correction.@Nullable Kind kind, @RequestParam(required = false) @Nullable Boolean substantive,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return answer(id, htmx, by, shell, () -> corrections.classify(
                id, new Corrections.Choice(revision, element, from, to, raw(id, element, from, to, words, by), kind, substantive), by, clock.instant()));
    }

    /** Accepts a correction, or says why not. */
    @PostMapping("/documents/outgoing/{id:\\d+}/corrections/{correction:\\d+}/answers")
    ModelAndView say(
            @PathVariable long id, @PathVariable long correction, @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(required = false) @Nullable String words, @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return answer(id, htmx, by, shell, () -> corrections.answer(id, correction, accepted, accepted ? null : words, by, clock.instant()));
    }

    @PostMapping("/documents/outgoing/{id:\\d+}/corrections/acceptances")
    ModelAndView acceptAll(
            @PathVariable long id, @RequestHeader(name = HTMX, required = false) @Nullable String htmx, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell) {
        return answer(id, htmx, by, shell, () -> corrections.acceptAll(id, by, clock.instant()));
    }

    /** New words as they stand: a form loses the white space around them. */
    private String raw(long id, String element, int from, int to, String words, Actor by) {
        return corrections.pending(id, by).stream()
                .filter(p -> p.element().equals(element) && p.place().from() == from && p.place().to() == to && p.is().strip().equals(words.strip()))
                .map(Corrections.Pending::is).findFirst().orElse(words);
    }

    private ModelAndView answer(long id, @Nullable String htmx, Actor by, Shell shell, Runnable act) {
        reading.one(id, null, by, clock.instant());
        String wrong = "";
        HttpStatus status = HttpStatus.OK;
        try {
            act.run();
        } catch (Refused refused) {
            wrong = shell.texts().of(refused.objections().getFirst());
            status = HttpStatus.UNPROCESSABLE_CONTENT;
        } catch (Stale stale) {
            wrong = shell.t("outgoing.corrections.stale");
            status = HttpStatus.UNPROCESSABLE_CONTENT;
        }
        if (htmx == null && wrong.isEmpty()) {
            return new ModelAndView("redirect:/documents/outgoing/" + id + "/corrections");
        }
        ModelAndView page = page(id, htmx == null ? "outgoing/corrections" : "outgoing/corrections-panel", wrong, by, shell);
        page.setStatus(status);
        return page;
    }

    private ModelAndView page(long id, String view, String wrong, Actor by, Shell shell) {
        ModelAndView page = new ModelAndView(view).addObject("shell", shell).addObject("wrong", Objects.requireNonNullElse(wrong, ""));
        return page.addObject("view", views.of(id, by, shell.texts())).addObject("words", new ElementWords(shell.texts(), organizations.all()));
    }
}
