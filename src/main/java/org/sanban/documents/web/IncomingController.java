package org.sanban.documents.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.Paper;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
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

/** The page of an incoming paper, its register entry, and its handling sheet. */
@Controller
@Needs(Needs.SIGNED_IN)
class IncomingController {

    private final Incoming incoming;
    private final IncomingReading reading;
    private final PaperPages pages;
    private final EntryPages entries;
    private final Clock clock;

    IncomingController(Incoming incoming, IncomingReading reading, PaperPages pages, EntryPages entries, Clock clock) {
        this.incoming = incoming;
        this.reading = reading;
        this.pages = pages;
        this.entries = entries;
        this.clock = clock;
    }

    @GetMapping("/documents/incoming/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.show(reading.one(id, by), Map.of(), by, shell, HttpStatus.OK);
    }

    @GetMapping("/documents/incoming/{id:\\d+}/sheet")
    ModelAndView sheet(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.sheet(reading.one(id, by), by, shell);
    }

    @GetMapping("/documents/incoming/{id:\\d+}/entry")
    ModelAndView edit(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        Paper paper = reading.one(id, by);
        Refused.unless(paper.mine("register", "review"), "documents.refusal.not-before-you");
        Map<String, Object> fields = PaperForm.of(paper.receipt(), paper.particulars(), reading.pointedAt(paper.particulars()), clock.getZone());
        return editing(paper, EntryPages.form(fields, paper.version(), RequestId.next()), shell, HttpStatus.OK);
    }

    @PostMapping("/documents/incoming/{id:\\d+}/entry")
    ModelAndView update(
            @PathVariable long id, @Valid @ModelAttribute("form") PaperForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        Paper paper = reading.one(id, by);
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                incoming.change(
                        id, version(form.version()), form.receipt(paper.receipt().receiver(), clock.getZone()),
                        reading.linked(form.particulars(), form.previousId(), form.duplicateOf()), by, clock.instant());
                Flash.done(next, "documents.show.saved");
                return new ModelAndView("redirect:/documents/incoming/" + id);
            } catch (Refused refused) {
                refused.into(errors);
            } catch (Stale stale) {
                errors.reject("pages.refusal.stale");
                status = HttpStatus.CONFLICT;
            }
        }
        return editing(paper, FormView.of(errors).at(paper.version()), shell, status);
    }

    private ModelAndView editing(Paper paper, FormView form, Shell shell, HttpStatus status) {
        return entries.page("documents/incoming-edit", form, shell, status).addObject("paper", paper);
    }

    private static int version(@Nullable Integer sent) {
        return Objects.requireNonNullElse(sent, -1);
    }
}
