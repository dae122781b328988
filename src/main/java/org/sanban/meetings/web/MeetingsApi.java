package org.sanban.meetings.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Changing;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.Plan;
import org.sanban.meetings.Planning;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.meetings.agenda.Item;
import org.sanban.meetings.outcome.Decision;
import org.sanban.meetings.outcome.Decisions;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.meetings.replies.Invitations;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Replies;
import org.sanban.meetings.replies.Said;
import org.sanban.meetings.rooms.Booking;
import org.sanban.meetings.rooms.Room;
import org.sanban.meetings.rooms.Rooms;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meetings for programs. Moving one through its steps is the engine's API; here is what stands on it. */
@RestController
@RequestMapping("/api/meetings")
@Needs(Needs.SIGNED_IN)
@Tag(name = "meetings")
class MeetingsApi {

    private static final int MOST = 200;

    private final Meetings meetings;
    private final Planning planning;
    private final Changing changing;
    private final Agenda agenda;
    private final Invitations invitations;
    private final Attendees attendees;
    private final Replies replies;
    private final Decisions decisions;
    private final Rooms rooms;
    private final Bodies bodies;
    private final Clock clock;

    MeetingsApi(
            Meetings meetings, Planning planning, Changing changing, Agenda agenda, Invitations invitations, Attendees attendees, Replies replies, Decisions decisions, Rooms rooms,
            Bodies bodies, Clock clock) {
        this.meetings = meetings;
        this.planning = planning;
        this.changing = changing;
        this.agenda = agenda;
        this.invitations = invitations;
        this.attendees = attendees;
        this.replies = replies;
        this.decisions = decisions;
        this.rooms = rooms;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null at the end */
    public record Page(List<Meetings.Line> items, @Nullable String next) {}

    public record Whole(Meeting meeting, List<Meetings.Change> changes, List<Item> agenda, List<Invitee> invitees, List<Decision> decisions) {}

    public record Change(@Nullable Instant starts, @Nullable Instant ends, @Nullable String place, @Nullable String reason) {}

    /** @param lead code of the body, {@code o12} or {@code u5}, or its name */
    public record Decided(@Nullable String text, @Nullable String lead, @Nullable List<String> support, @Nullable Instant due, @Nullable String noFollow) {}

    public record Held(@Nullable Long room, @Nullable String title, @Nullable Instant from, @Nullable Instant until) {}

    @GetMapping
    @Operation(summary = "Meetings that the caller may see, the latest first")
    Page index(@ModelAttribute ListForm filter, @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int most = Math.clamp(limit, 1, MOST);
        List<Meetings.Line> lines = meetings.page(filter.filter(clock), after, most + 1, by);
        return new Page(lines.stream().limit(most).toList(), lines.size() > most ? lines.get(most - 1).cursor() : null);
    }

    @PostMapping
    @Needs({"meeting.manage", "item.handle", "duty.log"})
    @Operation(summary = "Plans a meeting and lays it before the caller")
    ResponseEntity<Meeting> plan(@RequestBody Plan body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        long id = planning.begin(body, by, clock.instant(), requestId);
        return ResponseEntity.created(URI.create("/api/meetings/" + id)).body(meetings.one(id, by));
    }

    @GetMapping("/{id}")
    Whole show(@PathVariable long id, @SignedIn Actor by) {
        Meeting m = meetings.one(id, by);
        return new Whole(m, meetings.changes(id), agenda.of(id), invitations.of(id), decisions.of(id));
    }

    @GetMapping("/{id}/attendees")
    List<Attendee> attendees(@PathVariable long id, @SignedIn Actor by) {
        meetings.one(id, by);
        return attendees.of(id).stream().map(a -> new Attendee(
                a.id(), a.meeting(), a.invitee(), a.body(), a.name(), a.post(), a.phone(), a.kind(), a.substitutes(), a.reason(), a.decision(), a.car(), a.diet(), a.card(), "", a.rank(),
                a.seat(), a.plateBy(), a.in(), a.how())).toList();
    }

    @PostMapping("/{id}/changes")
    @Operation(summary = "Postpones or moves it; everyone who had the notice is told and confirms")
    Whole change(@PathVariable long id, @RequestBody Change body, @SignedIn Actor by) {
        meetings.one(id, by);
        changing.move(id, MeetingForms.needed(body.starts(), "starts"), MeetingForms.needed(body.ends(), "ends"), MeetingForms.text(body.place()), MeetingForms.text(body.reason()), by, clock.instant());
        return show(id, by);
    }

    @PostMapping("/{id}/cancellation")
    Whole cancel(@PathVariable long id, @RequestBody Change body, @SignedIn Actor by) {
        meetings.one(id, by);
        changing.cancel(id, MeetingForms.text(body.reason()), by, clock.instant());
        return show(id, by);
    }

    @PostMapping("/{id}/invitees/{invitee}/replies")
    @Operation(summary = "A reply, as it was given; the latest one counts")
    List<Replies.Given> reply(
            @PathVariable long id, @PathVariable long invitee, @RequestBody Said body, @RequestParam(required = false) @Nullable String late,
            @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        meetings.one(id, by);
        replies.inOffice(id, invitee, body, late, by, clock.instant(), requestId);
        return replies.given(invitee);
    }

    @PostMapping("/{id}/decisions")
    List<Decision> decide(@PathVariable long id, @RequestBody Decided body, @SignedIn Actor by) {
        meetings.one(id, by);
        decisions.add(id, new Decision.Entry(MeetingForms.text(body.text()), null, bodies.one(body.lead(), "lead"), bodies.all(body.support(), "support"), body.due(), body.noFollow()), by, clock.instant());
        return decisions.of(id);
    }

    @GetMapping("/rooms")
    List<Room> rooms() {
        return rooms.all();
    }

    @PostMapping("/rooms/bookings")
    @Operation(summary = "Holds a room; refused where somebody holds it then")
    Booking book(@RequestBody Held body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        Instant from = MeetingForms.needed(body.from(), "from");
        Instant until = MeetingForms.needed(body.until(), "until");
        long id = rooms.book(MeetingForms.needed(body.room(), "room"), MeetingForms.text(body.title()), from, until, by, clock.instant(), requestId);
        return rooms.between(Objects.requireNonNull(body.room()), from, until, by).stream().filter(b -> b.id() == id).findFirst().orElseThrow();
    }
}
