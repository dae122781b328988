package org.sanban.meetings.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.Planning;
import org.sanban.meetings.web.MeetingForms.PlanForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Planning a meeting, and writing its plan anew. */
@Controller
@Needs({"meeting.manage", "item.handle", "duty.log"})
class PlanController {

    private final Planning planning;
    private final Meetings meetings;
    private final MeetingPages pages;
    private final Clock clock;

    PlanController(Planning planning, Meetings meetings, MeetingPages pages, Clock clock) {
        this.planning = planning;
        this.meetings = meetings;
        this.pages = pages;
        this.clock = clock;
    }

    static boolean plans(Actor by) {
        return by.may("meeting.manage") || by.may("item.handle") || by.may("duty.log");
    }

    @GetMapping("/meetings/new")
    ModelAndView ask(@SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        LocalDateTime next = LocalDateTime.ofInstant(clock.instant(), clock.getZone()).plusDays(7).withHour(9).withMinute(0).withSecond(0).withNano(0);
        return page(FormView.of(new PlanForm(null, null, null, next, next.plusHours(2), null, false, null, null, null, null, null, null, null, null, null, null, null)), 0, shell, HttpStatus.OK);
    }

    @PostMapping("/meetings/new")
    ModelAndView create(
            @ModelAttribute("form") PlanForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        long[] made = {0};
        String key = requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId;
        return Submission.refused(wrong, () -> made[0] = planning.begin(form.plan(clock.getZone()), by, clock.instant(), key))
                .map(status -> page(FormView.of(wrong), 0, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.planned");
                    return new ModelAndView("redirect:/meetings/" + made[0]);
                });
    }

    @GetMapping("/meetings/{id:\\d+}/plan")
    ModelAndView edit(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        PlanForm form = PlanForm.of(meetings.one(id, by), clock.getZone());
        return page(FormView.of(form).at(form.version() == null ? 0 : form.version()), id, shell, HttpStatus.OK);
    }

    @PostMapping("/meetings/{id:\\d+}/plan")
    ModelAndView write(
            @PathVariable long id, @ModelAttribute("form") PlanForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        meetings.one(id, by);
        return Submission.refused(wrong, () -> planning.edit(id, MeetingForms.version(form.version()), form.plan(clock.getZone()), by, clock.instant()))
                .map(status -> page(FormView.of(wrong).at(MeetingForms.version(form.version())), id, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.saved");
                    return new ModelAndView("redirect:/meetings/" + id);
                });
    }

    private ModelAndView page(FormView form, long id, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("meetings/plan", Map.of("form", form, "id", id, "words", pages.words(shell.texts()), "shell", shell));
        page.setStatus(status);
        return page;
    }
}
