package org.sanban.outgoing.web;

import java.util.Map;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of an outgoing paper, its sheet (发文稿纸), its text as it is printed, and which papers answer an incoming one. */
@Controller
@Needs(Needs.SIGNED_IN)
class OutgoingController {

    private final OutgoingPages pages;
    private final OutgoingReading reading;
    private final StepNames steps;

    OutgoingController(OutgoingPages pages, OutgoingReading reading, StepNames steps) {
        this.pages = pages;
        this.reading = reading;
        this.steps = steps;
    }

    @GetMapping("/documents/outgoing/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.show(id, Map.of(), by, shell, HttpStatus.OK);
    }

    @GetMapping("/documents/outgoing/{id:\\d+}/sheet")
    ModelAndView sheet(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.sheet(id, by, shell);
    }

    @GetMapping("/documents/outgoing/{id:\\d+}/print")
    ModelAndView print(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.print(id, by, shell);
    }

    /** A fragment for the page of the incoming paper; empty where nothing answers it that the reader may see. */
    @GetMapping("/documents/outgoing/answering/{incoming:\\d+}")
    ModelAndView answering(@PathVariable long incoming, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return new ModelAndView("outgoing/answering")
                .addObject("shell", shell)
                .addObject("answers", reading.answersTo(incoming, by))
                .addObject("steps", steps.in(shell.texts()));
    }
}
