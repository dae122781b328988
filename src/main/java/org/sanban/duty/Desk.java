package org.sanban.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Lane;
import org.sanban.affairs.Mark;
import org.sanban.affairs.SourceType;
import org.sanban.affairs.Words;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The duty desk: who is on duty, what came in, and the hand-over that both sign, each with the own session. */
@Service("dutyDesk")
@Transactional
public class Desk {

    private static final Duration CALL_WITHIN = Duration.ofMinutes(30);

    public record Shift(long id, Instant from, Instant until, long leader, long officer, @Nullable Long deputy) {}

    public record Note(long id, String caller, String words, long by, Instant at) {}

    /** @param open numbers or titles of what was open when it was given */
    public record Handover(long id, String words, List<String> open, long givenBy, Instant givenAt, @Nullable Long takenBy, @Nullable Instant takenAt) {}

    private final JdbcClient jdbc;
    private final Affairs affairs;
    private final AffairList list;
    private final Directory directory;
    private final SecrecyGate secrecy;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Desk(JdbcClient jdbc, Affairs affairs, AffairList list, Directory directory, SecrecyGate secrecy, ObjectMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.affairs = affairs;
        this.list = list;
        this.directory = directory;
        this.secrecy = secrecy;
        this.json = json;
        this.events = events;
    }

    /** Puts a shift on the roster. @throws Refused where another one overlaps it */
    public void plan(@Nullable Instant from, @Nullable Instant until, @Nullable Long leader, @Nullable Long officer, @Nullable Long deputy, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        if (from == null || until == null || !until.isAfter(from) || Duration.between(from, until).toDays() > 14) {
            wrong.add(Objection.of("duty.refusal.times").at("until"));
        }
        works(leader, "leader", true, wrong);
        works(officer, "officer", true, wrong);
        works(deputy, "deputy", false, wrong);
        refuse(wrong);
        try {
            jdbc.sql("insert into duty_shift (from_at, until_at, leader, officer, deputy, made_by) values (:from, :until, :leader, :officer, cast(:deputy as bigint), :by)")
                    .param("from", Timestamp.from(java.util.Objects.requireNonNull(from))).param("until", Timestamp.from(java.util.Objects.requireNonNull(until)))
                    .param("leader", leader).param("officer", officer).param("deputy", deputy).param("by", by.id()).update();
        } catch (DataIntegrityViolationException overlaps) {
            throw new Refused(Objection.of("duty.refusal.overlaps").at("from"));
        }
        tell("duty.planned", by, at, Map.of("from", String.valueOf(from)));
    }

    /** Writes down what came in. */
    public void note(String caller, String words, Actor by, Instant at, String requestId) {
        List<Objection> wrong = new ArrayList<>();
        Words.said(caller, "caller", 100, wrong);
        Words.said(words, "words", 1_000, wrong);
        refuse(wrong);
        secrecy.refuseClassified(new SubjectRef("duty", 0), by, at, SecrecyGate.Field.text("words", words));
        int made = jdbc.sql("insert into duty_note (request_id, caller, words, by_person, at) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(requestId, caller.strip(), words.strip(), by.id(), Timestamp.from(at)).update();
        if (made > 0) {
            tell("duty.noted", by, at, Map.of());
        }
    }

    /**
     * What has to be reported becomes an affair: by telephone within 30 minutes of when it was learned of, in writing within the hour.
     *
     * @param level I to IV, or null
     * @return the affair
     */
    public long report(String caller, String words, @Nullable Instant learned, @Nullable String level, Actor by, Instant at, String requestId) {
        List<Objection> wrong = new ArrayList<>();
        Words.said(caller, "caller", 100, wrong);
        Words.said(words, "words", 200, wrong);
        Instant since = learned == null ? at : learned;
        if (since.isAfter(at) || since.isBefore(at.minus(Duration.ofDays(7)))) {
            wrong.add(Objection.of("duty.refusal.learned").at("learnedAt"));
        }
        refuse(wrong);
        Entry entry = Entry.of("DUTY_INFO", words.strip(), new Affair.Source(SourceType.DUTY, null, caller.strip() + (Words.orNull(level) == null ? "" : " " + level)), words.strip())
                .within(null, since.plus(CALL_WITHIN)).in(Lane.URGENT_SPECIAL, caller.strip());
        return affairs.begin(entry, by, at, requestId);
    }

    /** Gives the desk over: what is open goes with it. */
    public void give(String words, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        Words.said(words, "handoverWords", 2_000, wrong);
        refuse(wrong);
        secrecy.refuseClassified(new SubjectRef("duty", 0), by, at, SecrecyGate.Field.text("handoverWords", words));
        List<String> open = open(by).stream().map(line -> (line.no() == null ? "" : line.no() + " ") + line.title()).toList();
        int made = jdbc.sql("insert into duty_handover (words, open, given_by, given_at) values (?, cast(? as jsonb), ?, ?) on conflict do nothing")
                .params(words.strip(), json.writeValueAsString(open), by.id(), Timestamp.from(at)).update();
        Refused.unless(made > 0, "duty.refusal.waits");
        tell("duty.given", by, at, Map.of("open", open));
    }

    /** The next one signs: with the own session, and never the one who gave it. Signed twice is signed once. */
    public void take(long id, Actor by, Instant at) {
        Handover handover = handovers().stream().filter(h -> h.id() == id).findFirst().orElseThrow(org.sanban.pages.NotFound::new);
        Refused.unless(handover.givenBy() != by.id(), "duty.refusal.own");
        if (jdbc.sql("update duty_handover set taken_by = ?, taken_at = ? where id = ? and taken_at is null").params(by.id(), Timestamp.from(at), id).update() > 0) {
            tell("duty.taken", by, at, Map.of("handover", id));
        }
    }

    /** What has been reported and is not closed. */
    @Transactional(readOnly = true)
    public List<AffairList.Line> open(Actor by) {
        return list.page(new AffairList.Filter(null, "DUTY_INFO", null, null, null, Mark.OPEN, null, null), null, 100, by);
    }

    @Transactional(readOnly = true)
    public Optional<Shift> now(Instant at) {
        return jdbc.sql("select * from duty_shift where from_at <= :at and until_at > :at").param("at", Timestamp.from(at)).query((row, n) -> shift(row)).optional();
    }

    /** From a week ago on. */
    @Transactional(readOnly = true)
    public List<Shift> roster(Instant at) {
        return jdbc.sql("select * from duty_shift where until_at > ? order by from_at limit 100").param(Timestamp.from(at.minus(Duration.ofDays(7)))).query((row, n) -> shift(row)).list();
    }

    @Transactional(readOnly = true)
    public List<Note> notes() {
        return jdbc.sql("select * from duty_note order by at desc, id desc limit 50")
                .query((row, n) -> new Note(row.getLong("id"), row.getString("caller"), row.getString("words"), row.getLong("by_person"), row.getTimestamp("at").toInstant())).list();
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<Handover> handovers() {
        return jdbc.sql("select * from duty_handover order by id desc limit 10").query((row, n) -> {
            Timestamp taken = row.getTimestamp("taken_at");
            return new Handover(
                    row.getLong("id"), row.getString("words"), json.readValue(row.getString("open"), json.getTypeFactory().constructCollectionType(List.class, String.class)),
                    row.getLong("given_by"), row.getTimestamp("given_at").toInstant(), row.getObject("taken_by", Long.class), taken == null ? null : taken.toInstant());
        }).list();
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                row.getLong("id"), row.getTimestamp("from_at").toInstant(), row.getTimestamp("until_at").toInstant(), row.getLong("leader"), row.getLong("officer"),
                row.getObject("deputy", Long.class));
    }

    private void works(@Nullable Long person, String field, boolean needed, List<Objection> wrong) {
        if (person == null ? needed : directory.person(person).filter(p -> p.active() && p.business()).isEmpty()) {
            wrong.add(Objection.of("affairs.refusal.person").at(field));
        }
    }

    private static void refuse(List<Objection> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private void tell(String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new DutyChanged(new SubjectRef("duty", 0), what, by.id(), at, detail));
    }
}
