package org.sanban.meetings.web;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.agenda.Session;
import org.sanban.meetings.day.CheckIn;
import org.sanban.meetings.day.Equipment;
import org.sanban.meetings.day.Notes;
import org.sanban.meetings.replies.Attendees;
import org.sanban.meetings.web.MeetingForms.CodeForm;
import org.sanban.meetings.web.MeetingForms.EquipmentForm;
import org.sanban.meetings.web.MeetingForms.NoteForm;
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

/** The day of a meeting: check-in, the running sheet with its calls, equipment, the record. */
@Controller
@RequestMapping("/meetings/{id:\\d+}/day")
@Needs(Needs.SIGNED_IN)
class DayController {

    private final Session session;
    private final CheckIn checkIn;
    private final Equipment equipment;
    private final Notes notes;
    private final Attendees attendees;
    private final MeetingPages pages;
    private final Clock clock;

    DayController(Session session, CheckIn checkIn, Equipment equipment, Notes notes, Attendees attendees, MeetingPages pages, Clock clock) {
        this.session = session;
        this.checkIn = checkIn;
        this.equipment = equipment;
        this.notes = notes;
        this.attendees = attendees;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK);
    }

    /** The running sheet alone, asked for again every few seconds. */
    @GetMapping("/running")
    ModelAndView running(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        ModelAndView page = tab(id, Map.of(), by, shell, HttpStatus.OK);
        page.setViewName("meetings/running");
        return page;
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = pages.page("day", id, sent, by, shell, status);
        Meeting m = ((MeetingView) Objects.requireNonNull(page.getModel().get("view"))).meeting();
        return page.addObject("timetable", session.timetable(m, clock.instant())).addObject("calls", session.calls(id)).addObject("attendance", checkIn.attendance(m))
                .addObject("attendees", attendees.of(id)).addObject("checks", equipment.of(id)).addObject("mayCheck", equipment.checks(m, by)).addObject("notes", notes.of(id))
                .addObject("now", clock.instant());
    }

    @PostMapping("/begin")
    ModelAndView begin(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "day", by, shell, next, this::tab, () -> session.begin(id, by, clock.instant()));
    }

    @PostMapping("/over")
    ModelAndView over(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "day", by, shell, next, this::tab, () -> session.over(id, by, clock.instant()));
    }

    @PostMapping("/items/{item:\\d+}/begin")
    ModelAndView beginItem(@PathVariable long id, @PathVariable long item, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "day", by, shell, next, this::tab, () -> session.begin(id, item, by, clock.instant()));
    }

    @PostMapping("/items/{item:\\d+}/end")
    ModelAndView endItem(@PathVariable long id, @PathVariable long item, @ModelAttribute("form") NoteForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "day", "end", wrong, by, shell, next, this::tab, () -> session.end(id, item, MeetingForms.text(form.text()), by, clock.instant()));
    }

    @PostMapping("/items/{item:\\d+}/calls")
    ModelAndView call(
            @PathVariable long id, @PathVariable long item, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "false") boolean there, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "day", by, shell, next, this::tab, () -> {
            if (there) {
                session.arrived(id, item, body, by, clock.instant());
            } else {
                session.call(id, item, body, by, clock.instant());
            }
        });
    }

    @PostMapping("/check-ins")
    ModelAndView checkIn(@PathVariable long id, @ModelAttribute("form") CodeForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "day", "code", wrong, by, shell, next, this::tab, () -> checkIn.byCode(id, MeetingForms.text(form.code()), by, clock.instant()));
    }

    @PostMapping("/check-ins/{attendee:\\d+}")
    ModelAndView checkInByList(@PathVariable long id, @PathVariable long attendee, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "day", by, shell, next, this::tab, () -> checkIn.byList(id, attendee, by, clock.instant()));
    }

    @PostMapping("/report")
    ModelAndView report(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "day", by, shell, next, this::tab, () -> checkIn.report(id, by, clock.instant()));
    }

    @PostMapping("/equipment")
    ModelAndView check(@PathVariable long id, @ModelAttribute("form") EquipmentForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "day", "equipment", wrong, by, shell, next, this::tab, () -> equipment.check(
                id, MeetingForms.text(form.item()), MeetingForms.needed(form.round(), "round"), Boolean.TRUE.equals(form.inOrder()), MeetingForms.orNull(form.note()), by, clock.instant()));
    }

    @PostMapping("/notes")
    ModelAndView note(@PathVariable long id, @ModelAttribute("form") NoteForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "day", "note", wrong, by, shell, next, this::tab, () -> notes.add(id, MeetingForms.text(form.text()), by, clock.instant()));
    }
}
