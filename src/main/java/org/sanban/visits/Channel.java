package org.sanban.visits;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Words;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The standing channel to departments and cities: the list of important matters (重要事项清单) and the regular contacts (常态联系). */
@Service
@Transactional
public class Channel {

    /** @param leadUnit unit here that leads; {@code doneWords} how it ended, null while it is open */
    public record Matter(long id, long organization, String title, long leadUnit, @Nullable String contact, @Nullable LocalDate due, @Nullable Instant doneAt, @Nullable String doneWords) {}

    public record Contact(long id, long organization, int everyDays, LocalDate next, @Nullable LocalDate last, long owner, @Nullable String note) {}

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Channel(JdbcClient jdbc, Organizations organizations, Directory directory, ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.directory = directory;
        this.events = events;
        this.zone = zone;
    }

    /** Puts a matter on the list, once a request. */
    public void list(@Nullable Long organization, String title, @Nullable Long leadUnit, @Nullable String contact, @Nullable LocalDate due, @Nullable Long visit, Actor by, Instant at, String requestId) {
        List<Objection> wrong = new ArrayList<>();
        known(organization, wrong);
        if (leadUnit == null || directory.unit(leadUnit).isEmpty()) {
            wrong.add(Objection.of("affairs.refusal.unknown-party").at("leadUnit"));
        }
        Words.said(title, "title", 200, wrong);
        Words.fit(contact, "contact", 60, wrong);
        refuse(wrong);
        int made = jdbc.sql("""
                        insert into important_matter (request_id, organization, visit_id, title, lead_unit, contact, due_on, created_by, created_at)
                        values (:request, :body, cast(:visit as bigint), :title, :unit, cast(:contact as text), cast(:due as date), :by, :at) on conflict do nothing""")
                .param("request", requestId).param("body", organization).param("visit", visit).param("title", title.strip()).param("unit", leadUnit)
                .param("contact", Words.orNull(contact)).param("due", VisitRows.date(due)).param("by", by.id()).param("at", Timestamp.from(at)).update();
        if (made > 0) {
            tell("important-matter", 0, "matter.listed", by, at, Map.of("title", title.strip()));
        }
    }

    public void done(long id, String words, Actor by, Instant at) {
        if (jdbc.sql("select count(*) from important_matter where id = ?").param(id).query(Integer.class).single() == 0) {
            throw new NotFound();
        }
        List<Objection> wrong = new ArrayList<>();
        Words.said(words, "words", 300, wrong);
        refuse(wrong);
        int done = jdbc.sql("update important_matter set done_at = ?, done_words = ? where id = ? and done_at is null").params(Timestamp.from(at), words.strip(), id).update();
        Refused.unless(done > 0, "visits.refusal.done");
        tell("important-matter", id, "matter.done", by, at, Map.of());
    }

    /** Open ones first, due first. */
    @Transactional(readOnly = true)
    public List<Matter> matters() {
        return jdbc.sql("select * from important_matter order by done_at is not null, due_on nulls last, id limit 500")
                .query((row, n) -> {
                    Timestamp done = row.getTimestamp("done_at");
                    return new Matter(
                            row.getLong("id"), row.getLong("organization"), row.getString("title"), row.getLong("lead_unit"), row.getString("contact"), VisitRows.day(row, "due_on"),
                            done == null ? null : done.toInstant(), row.getString("done_words"));
                }).list();
    }

    /** Agrees on a regular contact, or on other terms for one that is. */
    public void agree(@Nullable Long organization, @Nullable Integer everyDays, @Nullable LocalDate next, @Nullable Long owner, @Nullable String note, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        known(organization, wrong);
        if (everyDays == null || everyDays < 1 || everyDays > 366) {
            wrong.add(Objection.of("visits.refusal.every").at("everyDays"));
        }
        if (next == null || next.isBefore(LocalDate.ofInstant(at, zone).minusYears(1))) {
            wrong.add(Objection.of("visits.refusal.next").at("next"));
        }
        if (owner == null || directory.person(owner).filter(Directory.Entry::active).isEmpty()) {
            wrong.add(Objection.of("affairs.refusal.person").at("owner"));
        }
        Words.fit(note, "note", 100, wrong);
        refuse(wrong);
        jdbc.sql("""
                        insert into regular_contact (organization, every_days, next_on, owner, note, created_at) values (:body, :every, :next, :owner, cast(:note as text), :at)
                        on conflict (organization) do update set every_days = excluded.every_days, next_on = excluded.next_on, owner = excluded.owner, note = excluded.note""")
                .param("body", organization).param("every", everyDays).param("next", VisitRows.date(next)).param("owner", owner).param("note", Words.orNull(note))
                .param("at", Timestamp.from(at)).update();
        tell("regular-contact", organization == null ? 0 : organization, "contact.agreed", by, at, Map.of("next", String.valueOf(next)));
    }

    /** It was made today: the next one is due so many days later. Sent twice on a day it counts once. */
    public void made(long id, Actor by, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        contacts().stream().filter(c -> c.id() == id).findFirst().orElseThrow(NotFound::new);
        int made = jdbc.sql("update regular_contact set last_on = :today, next_on = cast(:today as date) + every_days where id = :id and last_on is distinct from :today")
                .param("today", VisitRows.date(today)).param("id", id).update();
        if (made > 0) {
            tell("regular-contact", id, "contact.made", by, at, Map.of());
        }
    }

    /** Next first. */
    @Transactional(readOnly = true)
    public List<Contact> contacts() {
        return jdbc.sql("select * from regular_contact order by next_on, id")
                .query((row, n) -> new Contact(
                        row.getLong("id"), row.getLong("organization"), row.getInt("every_days"), row.getDate("next_on").toLocalDate(), VisitRows.day(row, "last_on"),
                        row.getLong("owner"), row.getString("note"))).list();
    }

    private void known(@Nullable Long organization, List<Objection> wrong) {
        if (organization == null || organizations.byId(organization).isEmpty()) {
            wrong.add(Objection.of("visits.refusal.host").at("organization"));
        }
    }

    private static void refuse(List<Objection> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private void tell(String kind, long id, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new VisitChanged(new SubjectRef(kind, id), what, by.id(), at, detail));
    }
}
