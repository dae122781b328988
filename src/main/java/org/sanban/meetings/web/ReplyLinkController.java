package org.sanban.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.links.Throttle;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.replies.Attendees;
import org.sanban.meetings.replies.Confirmations;
import org.sanban.meetings.replies.Invitations;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Replies;
import org.sanban.meetings.rooms.Feeds;
import org.sanban.meetings.web.MeetingForms.ReplyForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Needs;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a body outside replies by its link, without an account. It shows this meeting and this body's reply, nothing else. */
@Controller
@RequestMapping("/replies/{secret}")
@Needs(Needs.NOTHING)
class ReplyLinkController {

    private final Invitations invitations;
    private final Replies replies;
    private final Attendees attendees;
    private final Confirmations confirmations;
    private final MeetingRows rows;
    private final Feeds feeds;
    private final MeetingPages pages;
    private final Throttle throttle;
    private final Clock clock;

    ReplyLinkController(
            Invitations invitations, Replies replies, Attendees attendees, Confirmations confirmations, MeetingRows rows, Feeds feeds, MeetingPages pages, Throttle throttle, Clock clock) {
        this.invitations = invitations;
        this.replies = replies;
        this.attendees = attendees;
        this.confirmations = confirmations;
        this.rows = rows;
        this.feeds = feeds;
        this.pages = pages;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String secret, HttpServletRequest request, @ModelAttribute("shell") Shell shell) {
        Invitee invitee = invitee(secret, request);
        return page(secret, invitee, FormView.of(ReplyTexts.typed(invitee, attendees.of(invitee.meeting()))), shell, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView reply(
            @PathVariable String secret, @ModelAttribute("form") ReplyForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId,
            HttpServletRequest request, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        Invitee invitee = invitee(secret, request);
        String key = requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId;
        return Submission.refused(wrong, () -> replies.byLink(secret, ReplyTexts.read(form, invitee.kind()), clock.instant(), key))
                .map(status -> page(secret, invitee, FormView.of(wrong), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.link.thanks");
                    return new ModelAndView("redirect:/replies/" + secret);
                });
    }

    @PostMapping("/confirmation")
    ModelAndView confirm(@PathVariable String secret, HttpServletRequest request, RedirectAttributes next) {
        invitee(secret, request);
        confirmations.byLink(secret, clock.instant());
        Flash.done(next, "meetings.link.confirmed");
        return new ModelAndView("redirect:/replies/" + secret);
    }

    @GetMapping("/invitation.ics")
    ResponseEntity<String> invitation(@PathVariable String secret, HttpServletRequest request) {
        return MeetingController.calendar(feeds.invitation(rows.one(invitee(secret, request).meeting())), "invitation.ics");
    }

    private Invitee invitee(String secret, HttpServletRequest request) {
        String address = String.valueOf(request.getRemoteAddr());
        refuse(!throttle.letsLook(address, clock.instant()));
        Invitee invitee = invitations.byLink(secret, clock.instant()).orElseThrow(() -> {
            throttle.missed(address, clock.instant());
            return new NotFound();
        });
        refuse(!throttle.lets("reply-" + invitee.id(), clock.instant()));
        return invitee;
    }

    private static void refuse(boolean tooOften) {
        if (tooOften) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private ModelAndView page(String secret, Invitee invitee, FormView form, Shell shell, HttpStatus status) {
        Meeting m = rows.one(invitee.meeting());
        ModelAndView page = new ModelAndView("meetings/link", Map.of("form", form, "meeting", m, "invitee", invitee, "secret", secret, "words", pages.words(shell.texts()), "shell", shell))
                .addObject("open", confirmations.missing(m.id()).stream().filter(l -> l.invitee() == invitee.id()).toList())
                .addObject("late", m.replyBy() != null && clock.instant().isAfter(m.replyBy()));
        page.setStatus(status);
        return page;
    }
}
