package org.sanban.meetings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.event.EventDays;
import org.sanban.meetings.event.EventPlan;
import org.sanban.meetings.event.Guests;
import org.sanban.meetings.event.Task;
import org.sanban.meetings.web.EventForms.ContingencyForm;
import org.sanban.meetings.web.EventForms.CueForm;
import org.sanban.meetings.web.EventForms.EvidenceForm;
import org.sanban.meetings.web.EventForms.HandForm;
import org.sanban.meetings.web.EventForms.ReportForm;
import org.sanban.meetings.web.EventForms.ShiftForm;
import org.sanban.meetings.web.EventForms.StreamForm;
import org.sanban.meetings.web.EventForms.TaskForm;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plan of a large event: streams and tasks, duty, run of show, contingencies, report. */
@Controller
@RequestMapping("/meetings/{id:\\d+}/event")
@Needs(Needs.SIGNED_IN)
class EventController {

    private final EventPlan plan;
    private final EventDays days;
    private final Guests guests;
    private final MeetingPages pages;
    private final Clock clock;

    EventController(EventPlan plan, EventDays days, Guests guests, MeetingPages pages, Clock clock) {
        this.plan = plan;
        this.days = days;
        this.guests = guests;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @RequestParam(required = false) @Nullable Long edit, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK).addObject("edit", edit);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = pages.page("event", id, sent, by, shell, status);
        Meeting m = ((MeetingView) Objects.requireNonNull(page.getModel().get("view"))).meeting();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<Task> tasks = plan.tasks(id);
        List<EventDays.Shift> shifts = days.shifts(id);
        return page.addObject("streams", plan.streams(id)).addObject("tasks", tasks).addObject("gantt", Gantt.of(tasks, today)).addObject("today", today)
                .addObject("left", ChronoUnit.DAYS.between(today, LocalDate.ofInstant(m.starts(), clock.getZone()))).addObject("shifts", shifts).addObject("gaps", EventDays.gaps(shifts))
                .addObject("cues", days.cues(id)).addObject("contingencies", days.contingencies(id)).addObject("report", days.report(id)).addObject("guests", guests.count(id))
                .addObject("unseen", guests.unseen(id, by).size()).addObject("me", by.id()).addObject("edit", null);
    }

    @PostMapping("/streams")
    ModelAndView stream(@PathVariable long id, @ModelAttribute("form") StreamForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "stream", wrong, by, shell, next, this::tab,
                () -> plan.stream(id, MeetingForms.text(form.code()), MeetingForms.text(form.name()), MeetingForms.text(form.streamOwner()), by, clock.instant()));
    }

    @PostMapping("/tasks")
    ModelAndView task(@PathVariable long id, @ModelAttribute("form") TaskForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "task", wrong, by, shell, next, this::tab, () -> plan.task(id, form.entry(), by, clock.instant()));
    }

    @PostMapping("/tasks/{task:\\d+}")
    ModelAndView edit(@PathVariable long id, @PathVariable long task, @ModelAttribute("form") TaskForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        MeetingPages.Tab again = (m, sent, who, around, status) -> tab(m, sent, who, around, status).addObject("edit", task);
        return pages.write(id, "event", "edit", wrong, by, shell, next, again, () -> plan.edit(id, task, form.entry(), by, clock.instant()));
    }

    @PostMapping("/tasks/{task:\\d+}/evidence")
    ModelAndView done(@PathVariable long id, @PathVariable long task, @ModelAttribute("form") EvidenceForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "done-" + task, wrong, by, shell, next, this::tab, () -> plan.done(id, task, MeetingForms.text(form.evidence()), by, clock.instant()));
    }

    @PostMapping("/shifts")
    ModelAndView shift(@PathVariable long id, @ModelAttribute("form") ShiftForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "shift", wrong, by, shell, next, this::tab, () -> days.shift(
                id, MeetingForms.needed(form.shiftStarts(), "shiftStarts", clock.getZone()), MeetingForms.needed(form.shiftEnds(), "shiftEnds", clock.getZone()),
                MeetingForms.needed(form.leader(), "leader"), MeetingForms.needed(form.officer(), "officer"), by, clock.instant()));
    }

    @PostMapping("/shifts/{shift:\\d+}/note")
    ModelAndView hand(@PathVariable long id, @PathVariable long shift, @ModelAttribute("form") HandForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "hand-" + shift, wrong, by, shell, next, this::tab, () -> days.hand(id, shift, MeetingForms.text(form.note()), by, clock.instant()));
    }

    @PostMapping("/shifts/{shift:\\d+}/taking")
    ModelAndView take(@PathVariable long id, @PathVariable long shift, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "event", by, shell, next, this::tab, () -> days.take(id, shift, by, clock.instant()));
    }

    @PostMapping("/cues")
    ModelAndView cue(@PathVariable long id, @ModelAttribute("form") CueForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "cue", wrong, by, shell, next, this::tab, () -> days.cue(
                id, MeetingForms.needed(form.at(), "at", clock.getZone()), MeetingForms.needed(form.cueMinutes(), "cueMinutes"), MeetingForms.text(form.what()), MeetingForms.text(form.who()),
                MeetingForms.orNull(form.cuePlace()), MeetingForms.orNull(form.backup()), by, clock.instant()));
    }

    @PostMapping("/contingencies")
    ModelAndView contingency(@PathVariable long id, @ModelAttribute("form") ContingencyForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "contingency", wrong, by, shell, next, this::tab, () -> days.contingency(
                id, MeetingForms.text(form.what()), MeetingForms.text(form.steps()), MeetingForms.text(form.who()), MeetingForms.text(form.phone()), by, clock.instant()));
    }

    @PostMapping("/report")
    ModelAndView report(@PathVariable long id, @ModelAttribute("form") ReportForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "event", "report", wrong, by, shell, next, this::tab, () -> days.report(id, MeetingForms.text(form.report()), by, clock.instant()));
    }
}
