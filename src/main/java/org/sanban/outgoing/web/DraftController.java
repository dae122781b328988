package org.sanban.outgoing.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.Leases;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a draft (文稿编辑), as a page that needs no script. */
@Controller
@Needs(Needs.SIGNED_IN)
class DraftController {

    private final Drafts drafts;
    private final Leases leases;
    private final OutgoingReading reading;
    private final DraftPages pages;
    private final Comparing comparing;
    private final Clock clock;

    DraftController(Drafts drafts, Leases leases, OutgoingReading reading, DraftPages pages, Comparing comparing, Clock clock) {
        this.drafts = drafts;
        this.leases = leases;
        this.reading = reading;
        this.pages = pages;
        this.comparing = comparing;
        this.clock = clock;
    }

    @GetMapping("/documents/outgoing/{id:\\d+}/draft")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.editor(reading.one(id, DraftPages.window(by), by, clock.instant()), null, Map.of(), by, shell, HttpStatus.OK);
    }

    @PostMapping("/documents/outgoing/{id:\\d+}/draft")
    ModelAndView save(
            @PathVariable long id, @Valid @ModelAttribute("form") DraftForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        OutgoingPaper paper = reading.one(id, form.windowName(), by, clock.instant());
        if (!errors.hasErrors()) {
            try {
                drafts.save(id, form.expected(), form.windowName(), form.draft(pages.names(paper.draft())), by, clock.instant());
                Flash.done(next, "outgoing.draft.kept");
                return new ModelAndView("redirect:/documents/outgoing/" + id + (form.leaves() ? "" : "/draft"));
            } catch (Refused refused) {
                refused.into(errors);
            } catch (Stale stale) {
                errors.reject("outgoing.draft.stale");
                return pages.editor(
                        paper, FormView.of(errors).at(form.expected()), comparing.saved(paper, form.draft(pages.names(paper.draft()))), by, shell,
                        HttpStatus.CONFLICT);
            }
        }
        return pages.editor(paper, FormView.of(errors).at(form.expected()), Map.of(), by, shell, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Takes the pen from whoever holds it (接手编辑). */
    @PostMapping("/documents/outgoing/{id:\\d+}/draft/pen")
    String takeOver(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        leases.takeOver(id, DraftPages.window(by), by, clock.instant());
        Flash.done(next, "outgoing.draft.taken");
        return "redirect:/documents/outgoing/" + id + "/draft";
    }
}
