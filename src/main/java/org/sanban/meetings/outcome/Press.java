package org.sanban.meetings.outcome;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The press release (新闻稿): drafted, submitted in rounds (报审), approved for exactly the text of a round. */
@Service
@Transactional
public class Press {

    /** Within this after the end (domain.md §5.2, 11). */
    private static final Duration LIMIT = Duration.ofHours(4);

    /** Who approves: leaders of the office, and of the government. */
    private static final List<String> APPROVES = List.of("draft.sign_by_authority", "draft.sign");

    public record Release(long meeting, String title, String text, Instant due, @Nullable Instant approved, @Nullable Long approvedBy, int version, List<Round> rounds) {
        public boolean waits() {
            return !rounds.isEmpty() && rounds.getLast().decided() == null;
        }

        public boolean late(Instant now) {
            return (approved == null ? now : approved).isAfter(due);
        }
    }

    /** @param approved null while it waits */
    public record Round(int no, String title, String text, Instant submitted, long by, @Nullable Instant decided, @Nullable Long decidedBy, @Nullable Boolean approved, @Nullable String opinion) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Press(JdbcClient jdbc, MeetingDesk desk, MeetingRows rows, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.secrecy = secrecy;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<Release> of(long meeting) {
        List<Round> rounds = jdbc.sql("select * from meeting_press_round where meeting_id = ? order by no").param(meeting)
                .query((row, n) -> new Round(
                        row.getInt("no"), row.getString("title"), row.getString("text"), MeetingRows.instant(row, "submitted_at"), row.getLong("submitted_by"),
                        MeetingRows.orNull(row, "decided_at"), row.getObject("decided_by", Long.class), row.getObject("approved", Boolean.class), row.getString("opinion"))).list();
        return jdbc.sql("select * from meeting_press where meeting_id = ?").param(meeting)
                .query((row, n) -> new Release(
                        meeting, row.getString("title"), row.getString("text"), MeetingRows.instant(row, "due_at"), MeetingRows.orNull(row, "approved_at"),
                        row.getObject("approved_by", Long.class), row.getInt("version"), rounds)).optional();
    }

    /** Writes the draft; what was approved is not written over. */
    public void write(long meeting, int version, String title, String text, Actor by, Instant at) {
        Meeting m = desk.living(meeting, by);
        refuse(title.isBlank() || title.length() > 100, "meetings.refusal.title", "pressTitle");
        refuse(text.isBlank() || text.length() > 10_000, "meetings.refusal.press-text", "pressText");
        secrecy.refuseClassified(m.ref(), by, at, SecrecyGate.Field.label("pressTitle", title), SecrecyGate.Field.text("pressText", text));
        Optional<Release> old = of(meeting);
        Refused.unless(old.isEmpty() || old.get().approved() == null, "meetings.refusal.press-approved");
        Refused.unless(old.isEmpty() || !old.get().waits(), "meetings.refusal.press-waits");
        if (old.isEmpty()) {
            Instant end = Objects.requireNonNullElse(m.stamps().over(), m.ends());
            jdbc.sql("insert into meeting_press (meeting_id, title, text, due_at, drafted_by, drafted_at) values (?, ?, ?, ?, ?, ?)")
                    .params(meeting, title.strip(), text.strip(), Timestamp.from(end.plus(LIMIT)), by.id(), Timestamp.from(at)).update();
        } else if (jdbc.sql("update meeting_press set title = ?, text = ?, version = version + 1 where meeting_id = ? and version = ?")
                        .params(title.strip(), text.strip(), meeting, version).update() == 0) {
            throw new Stale();
        }
        tell(meeting, "meeting.press-written", by, at, Map.of());
    }

    /** Submits the text as it stands (报审). */
    public void submit(long meeting, Actor by, Instant at) {
        desk.living(meeting, by);
        Release now = of(meeting).orElseThrow(() -> new Refused(Objection.of("meetings.gap.press").at("pressText")));
        Refused.unless(now.approved() == null, "meetings.refusal.press-approved");
        Refused.unless(!now.waits(), "meetings.refusal.press-waits");
        jdbc.sql("insert into meeting_press_round (meeting_id, no, title, text, submitted_at, submitted_by) values (?, ?, ?, ?, ?, ?)")
                .params(meeting, now.rounds().size() + 1, now.title(), now.text(), Timestamp.from(at), by.id()).update();
        tell(meeting, "meeting.press-submitted", by, at, Map.of("round", now.rounds().size() + 1));
    }

    /** May this person decide on it? */
    public boolean decides(Actor by) {
        return APPROVES.stream().anyMatch(by::may) || by.may("instruction.enter_for_leader");
    }

    /** @param opinion why it goes back; may be empty where it is approved */
    public void decide(long meeting, boolean approved, String opinion, Actor by, Instant at) {
        Meeting m = rows.one(meeting);
        if (!decides(by)) {
            throw new NotFound();
        }
        rows.lock(m.id());
        Release now = of(meeting).filter(Release::waits).orElseThrow(() -> new Refused(Objection.of("meetings.refusal.press-not-submitted")));
        refuse(!approved && opinion.isBlank() || opinion.length() > 500, "meetings.refusal.press-opinion", "pressOpinion");
        jdbc.sql("update meeting_press_round set decided_at = ?, decided_by = ?, approved = ?, opinion = nullif(?, '') where meeting_id = ? and no = ?")
                .params(Timestamp.from(at), by.id(), approved, opinion.strip(), meeting, now.rounds().getLast().no()).update();
        if (approved) {
            jdbc.sql("update meeting_press set approved_at = ?, approved_by = ?, version = version + 1 where meeting_id = ?").params(Timestamp.from(at), by.id(), meeting).update();
        }
        tell(meeting, approved ? "meeting.press-approved" : "meeting.press-sent-back", by, at, Map.of("round", now.rounds().getLast().no()));
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw new Refused(Objection.of(code).at(field));
        }
    }

    private void tell(long meeting, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(MeetingChanged.of(meeting, what, by.id(), at).with(detail));
    }
}
