package org.sanban.meetings.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.agenda.Session;
import org.sanban.meetings.day.CheckIn;
import org.sanban.meetings.day.Equipment;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The board of the meeting room staff (会务看板): the meetings of today, what runs, who is to be called, what is still to be checked. */
@Controller
@Needs({"meeting.manage", "ticket.handle", "checkin.record"})
class BoardController {

    private final Meetings meetings;
    private final Session session;
    private final CheckIn checkIn;
    private final Equipment equipment;
    private final MeetingPages pages;
    private final Clock clock;

    BoardController(Meetings meetings, Session session, CheckIn checkIn, Equipment equipment, MeetingPages pages, Clock clock) {
        this.meetings = meetings;
        this.session = session;
        this.checkIn = checkIn;
        this.equipment = equipment;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/meetings/board")
    String board(@SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        return fill(by, shell, model, "meetings/board");
    }

    @GetMapping("/meetings/board/cards")
    String cards(@SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        return fill(by, shell, model, "meetings/board-cards");
    }

    private String fill(Actor by, Shell shell, Model model, String view) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        Instant from = today.atStartOfDay(clock.getZone()).toInstant();
        List<BoardCard> cards = meetings.page(new Meetings.Filter(null, null, null, from, today.plusDays(1).atStartOfDay(clock.getZone()).toInstant(), null), null, 50, by).reversed().stream()
                .filter(line -> line.cancelled() == null).map(line -> card(meetings.one(line.id(), by), now)).toList();
        model.addAttribute("cards", cards).addAttribute("now", now).addAttribute("words", pages.words(shell.texts())).addAttribute("shell", shell);
        return view;
    }

    private BoardCard card(Meeting m, Instant now) {
        List<Equipment.Check> done = equipment.of(m.id());
        List<Equipment.Round> due = java.util.Arrays.stream(Equipment.Round.values()).filter(round -> {
            Instant at = round.due(m.starts());
            boolean open = Equipment.items(m).stream().anyMatch(item -> done.stream().noneMatch(c -> c.round() == round && c.item().equals(item)));
            return open && m.stamps().began() == null && (at == null || !at.isAfter(now));
        }).toList();
        long faults = Equipment.items(m).stream().filter(item -> done.stream().filter(c -> c.item().equals(item)).reduce((a, b) -> b).filter(c -> !c.inOrder()).isPresent()).count();
        return new BoardCard(m, session.timetable(m, now), checkIn.attendance(m), due, (int) faults);
    }
}
