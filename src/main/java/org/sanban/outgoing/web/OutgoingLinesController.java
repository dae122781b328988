package org.sanban.outgoing.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Afterwards;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Dispatching;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the dispatch lines (核发登记): filled from the recipients, added, struck out, sent, acknowledged. */
@Controller
@RequestMapping("/documents/outgoing/{id:\\d+}")
@Needs(Needs.SIGNED_IN)
class OutgoingLinesController {

    private final Dispatching dispatching;
    private final Afterwards afterwards;
    private final Directory directory;
    private final Organizations organizations;
    private final FormAnswers answers;
    private final Clock clock;

    OutgoingLinesController(
            Dispatching dispatching, Afterwards afterwards, Directory directory, Organizations organizations, FormAnswers answers, Clock clock) {
        this.dispatching = dispatching;
        this.afterwards = afterwards;
        this.directory = directory;
        this.organizations = organizations;
        this.answers = answers;
        this.clock = clock;
    }

    @PostMapping("/lines")
    ModelAndView add(
            @PathVariable long id, @ModelAttribute("form") StepForms.LineForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "line", errors, by, shell, next,
                () -> dispatching.add(id, form.line(this::name), by, clock.instant(), StepForms.request(form.requestId())));
    }

    /** Lines for all recipients that have none yet, with the copies and channels as they were typed. */
    @PostMapping("/lines/proposed")
    ModelAndView fill(
            @PathVariable long id, @ModelAttribute("form") StepForms.FillForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "fill", errors, by, shell, next, () -> {
            List<Dispatching.NewLine> proposed = dispatching.proposed(id, by);
            Instant at = clock.instant();
            form.refuseOther(proposed);
            for (int n = 0; n < proposed.size(); n++) {
                Dispatching.NewLine line = form.line(proposed.get(n), n);
                if (!line.leftOut()) {
                    dispatching.add(id, line, by, at, StepForms.request(form.requestId()) + "-" + line.name());
                }
            }
        });
    }

    @PostMapping("/dispatch")
    ModelAndView send(
            @PathVariable long id, @ModelAttribute("form") StepForms.LinesForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "send", errors, by, shell, next,
                () -> dispatching.send(id, form.only() == null ? List.of() : form.only(), by, clock.instant()));
    }

    @PostMapping("/lines/{line:\\d+}/acknowledgement")
    ModelAndView acknowledge(
            @PathVariable long id, @PathVariable long line, @ModelAttribute("form") StepForms.RowForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "row", errors, by, shell, next,
                () -> dispatching.acknowledge(id, line, StepForms.text(form.who()), by, clock.instant()));
    }

    @PostMapping("/lines/{line:\\d+}/striking")
    ModelAndView strike(
            @PathVariable long id, @PathVariable long line, @ModelAttribute("form") StepForms.RowForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "row", errors, by, shell, next,
                () -> dispatching.strike(id, line, StepForms.text(form.reason()), by, clock.instant()));
    }

    @PostMapping("/waivers")
    ModelAndView waive(
            @PathVariable long id, @ModelAttribute("form") StepForms.WaiverForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return answers.write(id, "waiver", errors, by, shell, next, () -> {
            List<String> silent = dispatching.of(id, by).stream().filter(l -> l.sent() && l.acknowledgedAt() == null).map(DispatchLine::name).toList();
            afterwards.waive(id, silent, StepForms.text(form.waiverReason()), by, clock.instant());
        });
    }

    private String name(@Nullable Long organization, @Nullable Long unit) {
        return organization != null
                ? organizations.byId(organization).map(Organizations.Organization::name).orElse("")
                : unit == null ? "" : directory.unit(unit).map(Directory.UnitEntry::name).orElse("");
    }
}
