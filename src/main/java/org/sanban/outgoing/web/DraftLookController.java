package org.sanban.outgoing.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Reasons;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is recognised in a draft, the reasons given to the rules of writing, and text from the clipboard. */
@Controller
@Needs(Needs.SIGNED_IN)
class DraftLookController {

    private final OutgoingReading reading;
    private final DraftLooks looks;
    private final Reasons reasons;
    private final Intaking intaking;
    private final Clock clock;

    DraftLookController(OutgoingReading reading, DraftLooks looks, Reasons reasons, Intaking intaking, Clock clock) {
        this.reading = reading;
        this.looks = looks;
        this.reasons = reasons;
        this.intaking = intaking;
        this.clock = clock;
    }

    @GetMapping("/documents/outgoing/{id:\\d+}/draft/look")
    String show(@PathVariable long id, @SignedIn Actor by, Model model) {
        return fragment(id, "", by, model);
    }

    /** Why a warning does not stand in the way. */
    @PostMapping("/documents/outgoing/{id:\\d+}/draft/reasons")
    String reason(
            @PathVariable long id, @RequestParam(defaultValue = "") String rule, @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            Model model) {
        reading.one(id, null, by, clock.instant());
        String wrong = "";
        try {
            reasons.give(id, rule, reason, by, clock.instant());
        } catch (Refused refused) {
            if (htmx == null) {
                throw refused;
            }
            wrong = shell.texts().of(refused.objections().getFirst());
        }
        return htmx == null ? "redirect:/documents/outgoing/" + id + "/draft" : fragment(id, wrong, by, model);
    }

    /** The HTML or text of a clipboard as plain prose; 422 with a sentence where it is too much. */
    @PostMapping(path = "/documents/outgoing/paste", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    ResponseEntity<String> paste(
            @RequestBody(required = false) @Nullable String pasted, @RequestHeader(name = "Content-Type", required = false) @Nullable String type,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        MediaType plain = new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8);
        try {
            return ResponseEntity.ok().contentType(plain).body(intaking.pasted(pasted == null ? "" : pasted, type != null && type.startsWith("text/html")));
        } catch (Refused refused) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).contentType(plain).body(shell.texts().of(refused.objections().getFirst()));
        }
    }

    private String fragment(long id, String wrong, Actor by, Model model) {
        model.addAttribute("look", looks.of(reading.one(id, null, by, clock.instant()), by, clock.instant())).addAttribute("wrong", wrong);
        return "outgoing/draft-look";
    }
}
