package org.sanban.outgoing.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft out of a Word file: its parts are shown first, what is chosen replaces what stands. */
@Controller
@Needs(Needs.SIGNED_IN)
class DraftImportController {

    private final Drafts drafts;
    private final OutgoingReading reading;
    private final DraftPages pages;
    private final Intaking intaking;
    private final Clock clock;

    DraftImportController(Drafts drafts, OutgoingReading reading, DraftPages pages, Intaking intaking, Clock clock) {
        this.drafts = drafts;
        this.reading = reading;
        this.pages = pages;
        this.intaking = intaking;
        this.clock = clock;
    }

    @PostMapping("/documents/outgoing/{id:\\d+}/draft/imports")
    ModelAndView propose(
            @PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile word, @RequestParam(defaultValue = "") String window,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell) throws IOException {
        OutgoingPaper paper = reading.one(id, window, by, clock.instant());
        Refused.unless(paper.writes(), "outgoing.refusal.not-yours-to-write");
        try {
            var parts = intaking.parts(intaking.read(word == null ? new byte[0] : word.getBytes()), paper.draft());
            ModelAndView page = new ModelAndView("outgoing/import");
            page.addObject("shell", shell).addObject("paper", paper).addObject("parts", parts).addObject("window", window);
            return page.addObject("name", Objects.requireNonNullElse(word == null ? null : word.getOriginalFilename(), ""));
        } catch (Refused refused) {
            FormView form = DraftFields.of(paper.draft(), paper.version());
            refused.objections().forEach(o -> form.binding().rejectValue("word", o.code(), o.args().toArray(), o.code()));
            return pages.editor(paper, form, Map.of(), by, shell, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/documents/outgoing/{id:\\d+}/draft/parts")
    ModelAndView take(
            @PathVariable long id, @Valid @ModelAttribute("form") ImportForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        OutgoingPaper paper = reading.one(id, form.window(), by, clock.instant());
        Draft draft = form.onto(paper.draft(), pages.names(paper.draft()));
        int version = Objects.requireNonNullElse(form.version(), -1);
        String window = Objects.requireNonNullElse(form.window(), "");
        try {
            drafts.save(id, version, window.isEmpty() ? DraftPages.window(by) : window, draft, by, clock.instant());
            Flash.done(next, "outgoing.draft.import.done");
            return new ModelAndView("redirect:/documents/outgoing/" + id + "/draft");
        } catch (Refused refused) {
            FormView typed = DraftFields.of(draft, paper.version());
            refused.objections().forEach(o -> typed.binding().rejectValue(
                    Objects.requireNonNullElse(o.field(), "body"), o.code(), o.args().toArray(), o.code()));
            return pages.editor(paper, typed, Map.of(), by, shell, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Stale stale) {
            FormView typed = DraftFields.of(draft, version);
            typed.binding().reject("outgoing.draft.stale");
            return pages.editor(paper, typed, new Comparing().saved(paper, draft), by, shell, HttpStatus.CONFLICT);
        }
    }
}
