package org.sanban.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.IncomingEntry;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.Pasted;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Receipt and registration (签收、登记) on one page, for somebody who types all day. */
@Controller
@Needs("register.create")
class IncomingEntryController {

    private final IncomingEntry entry;
    private final IncomingReading reading;
    private final Pasted pasted;
    private final EntryPages pages;
    private final Clock clock;

    IncomingEntryController(IncomingEntry entry, IncomingReading reading, Pasted pasted, EntryPages pages, Clock clock) {
        this.entry = entry;
        this.reading = reading;
        this.pasted = pasted;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/documents/incoming/new")
    ModelAndView blank(@RequestParam(required = false) @Nullable Long like, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.entry(pages.blank(like, by), shell, HttpStatus.OK);
    }

    @PostMapping("/documents/incoming/new")
    ModelAndView create(
            @Valid @ModelAttribute("form") PaperForm form, BindingResult errors, @RequestParam(defaultValue = "next") String act, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) throws IOException {
        if (!errors.hasErrors()) {
            try {
                String request = form.requestId() == null ? RequestId.next() : form.requestId();
                IncomingEntry.Entered entered = entry.enter(
                        form.receipt(by.id(), clock.getZone()), reading.linked(form.particulars(), form.previousId(), form.duplicateOf()), EntryPages.uploads(form), !act.equals("receive"), form.override(), by,
                        clock.instant(), request);
                if (entered.number() == null) {
                    Flash.done(next, "documents.new.received");
                } else {
                    Flash.done(next, "documents.new.done", entered.number());
                }
                return new ModelAndView("redirect:/documents/incoming/new" + (Boolean.TRUE.equals(form.keep()) ? "?like=" + entered.id() : ""));
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        return pages.entry(FormView.of(errors), shell, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Fills the form from pasted text, for browsers without scripts. */
    @PostMapping(path = "/documents/incoming/new", params = "act=parse")
    ModelAndView fill(@RequestParam(defaultValue = "") String pasted, HttpServletRequest request, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.entry(pages.filled(request.getParameterMap(), this.pasted.fields(pasted, by, clock.instant())), shell, HttpStatus.OK);
    }

    @PostMapping(path = "/documents/incoming/parse", consumes = MediaType.TEXT_PLAIN_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> parse(@RequestBody String text, @SignedIn Actor by) {
        return pasted.fields(text, by, clock.instant());
    }

    /** Papers with the number that is being typed, as a fragment beside it. */
    @GetMapping("/documents/incoming/twins")
    String twins(@RequestParam(defaultValue = "") String docNumber, @RequestParam(defaultValue = "") String sender, @SignedIn Actor by, Model model) {
        List<IncomingReading.Twin> twins = reading.twins(docNumber, sender, by);
        model.addAttribute("twins", twins);
        return "documents/twins";
    }
}
