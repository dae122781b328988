package org.sanban.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.links.Throttle;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.rooms.Feeds;
import org.sanban.meetings.rooms.Rooms;
import org.sanban.meetings.web.MeetingForms.BookingForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
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

/** The calendar: a month, a week, the rooms of a day; bookings; the feed. */
@Controller
@RequestMapping("/meetings/calendar")
@Needs(Needs.SIGNED_IN)
class MeetingCalendarController {

    private final Meetings meetings;
    private final Rooms rooms;
    private final Feeds feeds;
    private final MeetingPages pages;
    private final Throttle throttle;
    private final Clock clock;

    MeetingCalendarController(Meetings meetings, Rooms rooms, Feeds feeds, MeetingPages pages, Throttle throttle, Clock clock) {
        this.meetings = meetings;
        this.rooms = rooms;
        this.feeds = feeds;
        this.pages = pages;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) CalendarView.@Nullable Span span, @RequestParam(required = false) @Nullable LocalDate day, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell) {
        return page(span, day, FormView.of(new BookingForm(null, null, null, null)), by, shell, HttpStatus.OK);
    }

    private ModelAndView page(CalendarView.@Nullable Span span, @Nullable LocalDate day, FormView form, Actor by, Shell shell, HttpStatus status) {
        LocalDate at = day == null || day.getYear() < 1990 || day.getYear() > 2200 ? LocalDate.ofInstant(clock.instant(), clock.getZone()) : day;
        CalendarView.Span shown = span == null ? CalendarView.Span.MONTH : span;
        LocalDate from = shown.first(at);
        LocalDate until = shown.last(at).plusDays(1);
        var start = from.atStartOfDay(clock.getZone()).toInstant();
        var end = until.atStartOfDay(clock.getZone()).toInstant();
        CalendarView view = CalendarView.of(
                shown, at, LocalDate.ofInstant(clock.instant(), clock.getZone()), meetings.page(new Meetings.Filter(null, null, null, start, end, null), null, 500, by),
                rooms.between(null, start, end, by), rooms.all(), clock.getZone());
        ModelAndView page = new ModelAndView("meetings/calendar", Map.of("view", view, "form", form, "me", by.id(), "runs", by.may("meeting.manage"), "words", pages.words(shell.texts()), "shell", shell));
        page.addObject("feed", null);
        page.setStatus(status);
        return page;
    }

    @PostMapping("/bookings")
    ModelAndView book(
            @ModelAttribute("form") BookingForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        String key = requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId;
        LocalDate day = java.util.Optional.ofNullable(form.from()).map(LocalDateTime::toLocalDate).orElse(null);
        return Submission.refused(wrong, () -> rooms.book(
                        MeetingForms.needed(form.room(), "room"), MeetingForms.text(form.title()), MeetingForms.needed(form.from(), "from", clock.getZone()),
                        MeetingForms.needed(form.until(), "until", clock.getZone()), by, clock.instant(), key))
                .map(status -> page(CalendarView.Span.ROOMS, day, FormView.of(wrong), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.calendar.booked");
                    return new ModelAndView("redirect:/meetings/calendar?span=ROOMS&day=" + day);
                });
    }

    @PostMapping("/bookings/{booking:\\d+}/release")
    ModelAndView release(@PathVariable long booking, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        BindingResult wrong = FormView.of(new BookingForm(null, null, null, null)).binding();
        return Submission.refused(wrong, () -> rooms.release(booking, by, clock.instant()))
                .map(status -> page(CalendarView.Span.ROOMS, null, FormView.of(wrong), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.saved");
                    return new ModelAndView("redirect:/meetings/calendar?span=ROOMS");
                });
    }

    /** The address is shown on the page that answers, and never again. */
    @PostMapping("/feed")
    ModelAndView feed(@SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        String href = ServletUriComponentsBuilder.fromCurrentContextPath().path("/meetings/calendar/feed/" + feeds.address(by, clock.instant()) ).toUriString();
        return page(null, null, FormView.of(new BookingForm(null, null, null, null)), by, shell, HttpStatus.OK).addObject("feed", href);
    }

    @GetMapping("/feed/{secret}")
    @Needs(Needs.NOTHING)
    ResponseEntity<String> read(@PathVariable String secret, HttpServletRequest request, @ModelAttribute("shell") Shell shell) {
        String address = String.valueOf(request.getRemoteAddr());
        if (!throttle.letsLook(address, clock.instant())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8").header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                .body(feeds.read(secret, shell.t("meetings.calendar.nav"), clock.instant()).orElseThrow(() -> {
                    throttle.missed(address, clock.instant());
                    return new NotFound();
                }));
    }
}
