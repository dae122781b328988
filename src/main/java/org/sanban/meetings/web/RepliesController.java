package org.sanban.meetings.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.replies.Attendees;
import org.sanban.meetings.replies.Invitations;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Replies;
import org.sanban.meetings.web.MeetingForms.InviteForm;
import org.sanban.meetings.web.MeetingForms.NoticeForm;
import org.sanban.meetings.web.MeetingForms.ReplyForm;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who is invited, the notice, the replies. */
@Controller
@RequestMapping("/meetings/{id:\\d+}/replies")
@Needs(Needs.SIGNED_IN)
class RepliesController {

    private final Invitations invitations;
    private final Replies replies;
    private final Attendees attendees;
    private final Bodies bodies;
    private final MeetingPages pages;
    private final Clock clock;

    RepliesController(Invitations invitations, Replies replies, Attendees attendees, Bodies bodies, MeetingPages pages, Clock clock) {
        this.invitations = invitations;
        this.replies = replies;
        this.attendees = attendees;
        this.bodies = bodies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @RequestParam(required = false) @Nullable Long of, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK).addObject("of", of);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = pages.page("replies", id, sent, by, shell, status);
        MeetingView view = (MeetingView) Objects.requireNonNull(page.getModel().get("view"));
        java.time.Instant usual = view.meeting().starts().minus(Duration.ofHours(18));
        return page.addObject("invitees", invitations.of(id)).addObject("attendees", attendees.of(id)).addObject("of", null).addObject("link", null)
                .addObject("usual", MeetingForms.local(view.meeting().replyBy() != null ? view.meeting().replyBy() : usual, clock.getZone()))
                .addObject("mine", invitations.of(id).stream().filter(i -> i.told() != null && i.body().unit() != null && (by.units().contains(i.body().unit()) || by.headed().contains(i.body().unit())))
                        .map(Invitee::id).toList())
                .addObject("decides", by.may("meeting.manage") || by.id() == view.meeting().chair() || by.may("instruction.give"))
                .addObject("over", view.meeting().replyBy() != null && clock.instant().isAfter(view.meeting().replyBy()));
    }

    @PostMapping("/invitees")
    ModelAndView invite(@PathVariable long id, @ModelAttribute("form") InviteForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "replies", "invite", wrong, by, shell, next, this::tab, () -> invitations.invite(
                id, bodies.all(form.bodies(), "bodies"), Objects.requireNonNullElse(form.kind(), Invitee.Kind.ATTEND), MeetingForms.orNull(form.level()), by, clock.instant()));
    }

    @PostMapping("/invitees/{invitee:\\d+}/removal")
    ModelAndView drop(@PathVariable long id, @PathVariable long invitee, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "replies", by, shell, next, this::tab, () -> invitations.drop(id, invitee, by, clock.instant()));
    }

    @PostMapping("/notice")
    ModelAndView send(@PathVariable long id, @ModelAttribute("form") NoticeForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "replies", "notice", wrong, by, shell, next, this::tab,
                () -> invitations.send(id, MeetingForms.needed(form.replyBy(), "replyBy", clock.getZone()), MeetingForms.text(form.how()), by, clock.instant()));
    }

    /** The link is shown on the page that answers, and never again. */
    @PostMapping("/invitees/{invitee:\\d+}/link")
    ModelAndView link(@PathVariable long id, @PathVariable long invitee, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        String[] secret = {""};
        ModelAndView answered = pages.press(id, "replies", by, shell, next, this::tab, () -> secret[0] = invitations.link(id, invitee, by, clock.instant()));
        if (secret[0].isEmpty()) {
            return answered;
        }
        next.getFlashAttributes();
        String href = ServletUriComponentsBuilder.fromCurrentContextPath().path("/replies/" + secret[0]).toUriString();
        return tab(id, Map.of(), by, shell, HttpStatus.OK).addObject("link", href).addObject("linked", invitations.one(id, invitee).body().name());
    }

    @PostMapping("/invitees/{invitee:\\d+}/link/end")
    ModelAndView unlink(@PathVariable long id, @PathVariable long invitee, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "replies", by, shell, next, this::tab, () -> invitations.unlink(id, invitee, by, clock.instant()));
    }

    @PostMapping("/invitees/{invitee:\\d+}/reply")
    ModelAndView reply(
            @PathVariable long id, @PathVariable long invitee, @ModelAttribute("form") ReplyForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        String key = requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId;
        MeetingPages.Tab again = (m, sent, who, around, status) -> tab(m, sent, who, around, status).addObject("of", invitee);
        return pages.write(id, "replies", "reply", wrong, by, shell, next, again,
                () -> replies.inOffice(id, invitee, ReplyTexts.read(form, invitations.one(id, invitee).kind()), form.late(), by, clock.instant(), key));
    }

    @PostMapping("/attendees/{attendee:\\d+}/decision")
    ModelAndView decide(@PathVariable long id, @PathVariable long attendee, @RequestParam(defaultValue = "false") boolean granted, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "replies", by, shell, next, this::tab, () -> replies.decide(id, attendee, granted, by, clock.instant()));
    }
}
