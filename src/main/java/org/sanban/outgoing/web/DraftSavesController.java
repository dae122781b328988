package org.sanban.outgoing.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.Leases;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the editor's script asks for while somebody types: saving, the pen, the typed text beside the saved one. */
@Controller
@Needs(Needs.SIGNED_IN)
class DraftSavesController {

    private final Drafts drafts;
    private final Leases leases;
    private final OutgoingReading reading;
    private final DraftPages pages;
    private final SaveAnswers answers;
    private final Comparing comparing;
    private final Organizations organizations;
    private final Clock clock;

    DraftSavesController(
            Drafts drafts, Leases leases, OutgoingReading reading, DraftPages pages, SaveAnswers answers, Comparing comparing,
            Organizations organizations, Clock clock) {
        this.drafts = drafts;
        this.leases = leases;
        this.reading = reading;
        this.pages = pages;
        this.answers = answers;
        this.comparing = comparing;
        this.organizations = organizations;
        this.clock = clock;
    }

    @PostMapping("/documents/outgoing/{id:\\d+}/draft/saves")
    ResponseEntity<SaveAnswer> save(
            @PathVariable long id, @Valid @ModelAttribute("form") DraftForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell) {
        Instant at = clock.instant();
        OutgoingPaper paper = reading.one(id, form.windowName(), by, at);
        if (!errors.hasErrors()) {
            try {
                Draft draft = form.draft(pages.names(paper.draft()));
                return answers.saved(drafts.save(id, form.expected(), form.windowName(), draft, by, at), draft.body(), shell.texts());
            } catch (Refused refused) {
                refused.into(errors);
            } catch (Stale stale) {
                return answers.lost(id, form.expected(), form.windowName(), by, shell.texts());
            }
        }
        return answers.refused(errors, shell.texts());
    }

    /** @param act {@code take}, {@code over}, {@code beat} or {@code release} */
    @PostMapping("/documents/outgoing/{id:\\d+}/draft/lease")
    ResponseEntity<SaveAnswer> lease(
            @PathVariable long id, @RequestParam(defaultValue = "") String window, @RequestParam(defaultValue = "take") String act,
            @RequestParam(defaultValue = "-1") int version, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        Instant at = clock.instant();
        reading.one(id, window, by, at);
        try {
            switch (act) {
                case "over" -> leases.takeOver(id, window, by, at);
                case "beat" -> leases.heartbeat(id, window, by, at);
                case "release" -> leases.release(id, window, by, at);
                default -> leases.take(id, window, by, at);
            }
        } catch (Stale lost) {
            return answers.lost(id, version, window, by, shell.texts());
        } catch (Refused held) {
            return answers.pen(id, window, by, shell.texts());
        }
        return answers.pen(id, window, by, shell.texts());
    }

    @PostMapping("/documents/outgoing/{id:\\d+}/draft/comparison")
    String compare(
            @PathVariable long id, @ModelAttribute("form") DraftForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, Model model) {
        OutgoingPaper paper = reading.one(id, form.windowName(), by, clock.instant());
        model.addAttribute("against", comparing.saved(paper, form.draft(pages.names(paper.draft())))).addAttribute("version", paper.version());
        model.addAttribute("words", new ElementWords(shell.texts(), organizations.all()));
        return "outgoing/draft-against";
    }
}
