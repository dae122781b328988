package org.sanban.meetings.web;

import java.time.Clock;
import java.util.Map;
import org.sanban.meetings.Changing;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.replies.Confirmations;
import org.sanban.meetings.rooms.Feeds;
import org.sanban.meetings.rooms.Rooms;
import org.sanban.meetings.web.MeetingForms.ChangeForm;
import org.sanban.meetings.web.MeetingForms.ReasonForm;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** The first page of a meeting: its plan, its room, what was changed and who has confirmed that. */
@Controller
@RequestMapping("/meetings/{id:\\d+}")
@Needs(Needs.SIGNED_IN)
class MeetingController {

    private final Meetings meetings;
    private final Changing changing;
    private final Confirmations confirmations;
    private final Rooms rooms;
    private final Feeds feeds;
    private final MeetingPages pages;
    private final Clock clock;

    MeetingController(Meetings meetings, Changing changing, Confirmations confirmations, Rooms rooms, Feeds feeds, MeetingPages pages, Clock clock) {
        this.meetings = meetings;
        this.changing = changing;
        this.confirmations = confirmations;
        this.rooms = rooms;
        this.feeds = feeds;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        return pages.page("show", id, sent, by, shell, status).addObject("changes", meetings.changes(id)).addObject("lines", confirmations.of(id))
                .addObject("rooms", rooms.all()).addObject("booking", rooms.of(id).orElse(null));
    }

    @PostMapping("/changes")
    ModelAndView change(@PathVariable long id, @ModelAttribute("form") ChangeForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "show", "change", wrong, by, shell, next, this::tab, () -> changing.move(
                id, MeetingForms.needed(form.starts(), "starts", clock.getZone()), MeetingForms.needed(form.ends(), "ends", clock.getZone()), MeetingForms.text(form.place()),
                MeetingForms.text(form.changeReason()), by, clock.instant()));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable long id, @ModelAttribute("form") ReasonForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "show", "cancel", wrong, by, shell, next, this::tab, () -> changing.cancel(id, MeetingForms.text(form.cancelReason()), by, clock.instant()));
    }

    @PostMapping("/confirmations/{invitee:\\d+}")
    ModelAndView confirm(@PathVariable long id, @PathVariable long invitee, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "show", by, shell, next, this::tab, () -> confirmations.byTelephone(id, invitee, by, clock.instant()));
    }

    @PostMapping("/room")
    ModelAndView book(@PathVariable long id, @RequestParam(defaultValue = "0") long room, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "show", by, shell, next, this::tab, () -> rooms.book(id, room, by, clock.instant(), RequestId.next()));
    }

    @GetMapping("/invitation.ics")
    ResponseEntity<String> invitation(@PathVariable long id, @SignedIn Actor by) {
        return calendar(feeds.invitation(meetings.one(id, by)), "meeting-" + id + ".ics");
    }

    static ResponseEntity<String> calendar(String text, String name) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(text);
    }
}
