package org.sanban.workflow.web;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Opening;
import org.sanban.workflow.TrayCursor;
import org.sanban.workflow.TrayFilter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The first page: what waits for me; beside it what I have done and what I follow. */
@Controller
@Needs(Needs.SIGNED_IN)
class TrayController {

    private final TrayPages pages;
    private final Opening opening;
    private final Clock clock;

    TrayController(TrayPages pages, Opening opening, Clock clock) {
        this.pages = pages;
        this.opening = opening;
        this.clock = clock;
    }

    @GetMapping({"/", "/tray"})
    ModelAndView waiting(
            @RequestParam(required = false) @Nullable String tab, @RequestParam(required = false) @Nullable String kind, @RequestParam(required = false) @Nullable String after,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.waiting(new TrayFilter(tab, kind), TrayCursor.of(after), by, shell, clock.instant());
    }

    @GetMapping("/tray/done")
    ModelAndView done(@RequestParam(required = false) @Nullable String after, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.done(TrayCursor.of(after), by, shell, clock.instant());
    }

    @GetMapping("/tray/followed")
    ModelAndView followed(@RequestParam(required = false) @Nullable String after, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.followed(TrayCursor.of(after), by, shell, clock.instant());
    }

    @GetMapping(path = "/tray/count", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String count(@SignedIn Actor by) {
        return pages.count(by);
    }

    /** The selected line beside the list. */
    @GetMapping("/tray/preview")
    ModelAndView preview(@RequestParam String subject, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        SubjectRef of = Subjects.read(subject);
        Instant at = clock.instant();
        ModelAndView preview = pages.preview(of, by, shell, at);
        opening.stamp(of, by, at);
        return preview;
    }
}
