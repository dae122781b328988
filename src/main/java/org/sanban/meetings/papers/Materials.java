package org.sanban.meetings.papers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Proposed;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Body;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Materials (会议材料): listed with who brings them by when, kept in every version, handed out in numbered copies and taken back. */
@Service
@Transactional
public class Materials {

    private static final int MOST_COPIES = 2_000;

    public record Material(
            long id, @Nullable Long item, String title, @Nullable Body from, @Nullable Instant due, boolean takeBack, List<Version> versions, List<Copy> copies) {

        public @Nullable Version latest() {
            return versions.isEmpty() ? null : versions.getLast();
        }

        /** Copies of an older version that are still out. */
        public long outdated() {
            return copies.stream().filter(c -> c.back() == null && latest() != null && c.version() < latest().no()).count();
        }

        public long out() {
            return copies.stream().filter(c -> c.back() == null).count();
        }

        public boolean late() {
            return due != null && !versions.isEmpty() && versions.getFirst().received().isAfter(due);
        }
    }

    public record Version(int no, long file, @Nullable Integer pages, Instant received) {}

    public record Copy(long id, int no, int version, String holder, Instant sent, @Nullable Instant back) {}

    private final JdbcClient jdbc;
    private final MeetingDesk desk;
    private final Bodies bodies;
    private final Attachments files;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    Materials(JdbcClient jdbc, MeetingDesk desk, Bodies bodies, Attachments files, MessageSource messages, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.bodies = bodies;
        this.files = files;
        this.messages = messages;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Material> of(long meeting) {
        return jdbc.sql("select * from meeting_material where meeting_id = ? order by id").param(meeting).query((row, n) -> {
            long id = row.getLong("id");
            return new Material(
                    id, row.getObject("item_id", Long.class), row.getString("title"), bodies.read(row.getString("from_body")), MeetingRows.orNull(row, "due_at"),
                    row.getBoolean("take_back"), versions(id), copies(id));
        }).list();
    }

    private List<Version> versions(long material) {
        return jdbc.sql("select no, file_id, pages, received_at from meeting_material_version where material_id = ? order by no").param(material)
                .query((row, n) -> new Version(row.getInt(1), row.getLong(2), row.getObject(3, Integer.class), MeetingRows.instant(row, "received_at"))).list();
    }

    private List<Copy> copies(long material) {
        return jdbc.sql("select id, no, version, holder, sent_at, back_at from meeting_copy where material_id = ? order by no").param(material)
                .query((row, n) -> new Copy(row.getLong(1), row.getInt(2), row.getInt(3), row.getString(4), MeetingRows.instant(row, "sent_at"), MeetingRows.orNull(row, "back_at"))).list();
    }

    public long list(long meeting, @Nullable Long item, String title, @Nullable Body from, @Nullable Instant due, boolean takeBack, Actor by, Instant at) {
        desk.living(meeting, by);
        refuse(title.isBlank() || title.length() > 200, "meetings.refusal.title", "title");
        refuse(of(meeting).stream().anyMatch(m -> m.title().equals(title.strip())), "meetings.refusal.material-twice", "title");
        long id = jdbc.sql("""
                        insert into meeting_material (meeting_id, item_id, title, from_body, due_at, take_back, made_at)
                        values (:meeting, :item, :title, cast(:from as jsonb), :due, :back, :at) returning id""")
                .param("meeting", meeting).param("item", item, java.sql.Types.BIGINT).param("title", title.strip())
                .param("from", from == null ? null : bodies.write(from), java.sql.Types.VARCHAR).param("due", due == null ? null : Timestamp.from(due), java.sql.Types.TIMESTAMP)
                .param("back", takeBack).param("at", Timestamp.from(at)).query(Long.class).single();
        tell(meeting, "meeting.material-listed", by, at, Map.of("title", title.strip()));
        return id;
    }

    /** Takes a new version in; one that comes after its day is proposed as an error. The same request again keeps one version. */
    public void receive(long meeting, long material, Upload upload, Actor by, Instant at, String requestId) {
        Meeting m = desk.living(meeting, by);
        Material one = one(meeting, material);
        Attachment file = files.add(m.ref(), upload, by, at, requestId);
        if (one.versions().stream().anyMatch(v -> v.file() == file.id())) {
            return;
        }
        int no = one.versions().size() + 1;
        jdbc.sql("insert into meeting_material_version (material_id, no, file_id, received_at, by) values (?, ?, ?, ?, ?)")
                .params(material, no, file.id(), Timestamp.from(at), by.id()).update();
        tell(meeting, "meeting.material-received", by, at, Map.of("title", one.title(), "version", no));
        if (no == 1 && one.due() != null && at.isAfter(one.due())) {
            String words = messages.getMessage("meetings.proposal.material-late", new Object[] {m.title(), one.title()}, Locale.SIMPLIFIED_CHINESE);
            events.publishEvent(Proposed.of(Proposed.Origin.MEETING, m.ref(), "meeting-material-late/" + material, words, at)
                    .sort("material-late").made("material", one.due()).found("material").in(m.ownerUnit()).as("DELAYED", "E-MT-05"));
        }
    }

    /** Hands out numbered copies of the latest version. */
    public void handOut(long meeting, long material, List<String> holders, Actor by, Instant at) {
        desk.living(meeting, by);
        Material one = one(meeting, material);
        Version latest = one.latest();
        refuse(latest == null, "meetings.gap.material-missing", "holders");
        List<String> names = holders.stream().map(String::strip).filter(h -> !h.isEmpty()).toList();
        refuse(names.isEmpty() || names.size() + one.copies().size() > MOST_COPIES || names.stream().anyMatch(h -> h.length() > 60), "meetings.refusal.holders", "holders");
        int no = one.copies().stream().mapToInt(Copy::no).max().orElse(0);
        for (String holder : names) {
            jdbc.sql("insert into meeting_copy (material_id, version, no, holder, sent_at) values (?, ?, ?, ?, ?)")
                    .params(material, java.util.Objects.requireNonNull(latest).no(), ++no, holder, Timestamp.from(at)).update();
        }
        tell(meeting, "meeting.material-handed-out", by, at, Map.of("title", one.title(), "copies", names.size()));
    }

    /** A copy is back (收回). */
    public void takeBack(long meeting, long material, long copy, Actor by, Instant at) {
        desk.mine(meeting, by);
        Material one = one(meeting, material);
        Copy taken = one.copies().stream().filter(c -> c.id() == copy).findFirst().orElseThrow(NotFound::new);
        jdbc.sql("update meeting_copy set back_at = coalesce(back_at, ?) where id = ?").params(Timestamp.from(at), copy).update();
        tell(meeting, "meeting.material-taken-back", by, at, Map.of("title", one.title(), "copy", taken.no()));
    }

    /** What is listed is there, and nobody holds an older version. */
    List<Objection> gaps(long meeting) {
        List<Objection> gaps = new ArrayList<>();
        for (Material one : of(meeting)) {
            if (one.versions().isEmpty()) {
                gaps.add(Objection.of("meetings.gap.material", one.title()).at("materials"));
            } else if (one.outdated() > 0) {
                gaps.add(Objection.of("meetings.gap.material-old", one.title(), one.outdated()).at("materials"));
            }
        }
        return gaps;
    }

    private Material one(long meeting, long material) {
        return of(meeting).stream().filter(m -> m.id() == material).findFirst().orElseThrow(NotFound::new);
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
