package org.sanban.outgoing.web;

import java.util.Map;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a form of the paper's page: done and back to the page, or the page again with what is objected to beside its field. */
@Component
class FormAnswers {

    private final OutgoingPages pages;
    private final OutgoingReading reading;
    private final java.time.Clock clock;

    FormAnswers(OutgoingPages pages, OutgoingReading reading, java.time.Clock clock) {
        this.pages = pages;
        this.reading = reading;
        this.clock = clock;
    }

    /** @param form name of the form, which names the sentence {@code outgoing.show.saved.<form>} too */
    ModelAndView write(long id, String form, BindingResult errors, Actor by, Shell shell, RedirectAttributes next, Runnable writing) {
        reading.one(id, null, by, clock.instant());
        return Submission.refused(form, errors, writing)
                .map(status -> pages.show(id, Map.of(form, FormView.of(errors)), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "outgoing.show.saved." + form);
                    return new ModelAndView("redirect:/documents/outgoing/" + id);
                });
    }
}
