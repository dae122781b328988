package org.sanban.errors;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verification (验证): somebody else looks whether the correction holds: neither who made the error nor one of his subordinates. Who looked stands
 * in the restricted block; the record says how and with what result.
 */
@Service
@Transactional
public class Verifying {

    public record Verification(String method, String result, boolean effective, Instant at) {}

    private final JdbcClient jdbc;
    private final ErrorDesk desk;
    private final PersonRows persons;
    private final Actors actors;
    private final StaffNames names;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Verifying(JdbcClient jdbc, ErrorDesk desk, PersonRows persons, Actors actors, StaffNames names, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.persons = persons;
        this.actors = actors;
        this.names = names;
        this.secrecy = secrecy;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Verification> of(long error) {
        return jdbc.sql("select method, result, effective, at from error_verification where error_id = ? order by id").param(error)
                .query((row, n) -> new Verification(row.getString(1), row.getString(2), row.getBoolean(3), row.getTimestamp(4).toInstant())).list();
    }

    /** @throws Refused for whoever is concerned or subordinate to somebody concerned; the sentence is the same for both */
    public void verify(long id, String method, String result, boolean effective, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, "verification");
        Refused.unless(desk.holds(id, by, "verification"), "errors.refusal.not-before-you");
        Refused.unless(apart(id, by, at), "errors.refusal.verifier");
        String how = Words.said(method, "method", 500);
        String what = Words.said(result, "result", 1_000);
        names.refuse(new StaffNames.Field("method", how), new StaffNames.Field("result", what));
        secrecy.refuseClassified(error.ref(), by, at, SecrecyGate.Field.text("method", how), SecrecyGate.Field.text("result", what));
        jdbc.sql("insert into error_verification (error_id, method, result, effective, at) values (?, ?, ?, ?, ?)")
                .params(id, how, what, effective, Timestamp.from(at)).update();
        persons.add(id, by.id(), PersonRows.Part.VERIFIER, null, by.id(), at);
        events.publishEvent(new ErrorChanged(error.ref(), "error.verified", by.id(), at, Map.of("effective", effective)));
    }

    /** Is this person apart from all who are responsible: none of them, and in no unit that one of them heads? */
    boolean apart(long error, Actor by, Instant at) {
        return persons.responsible(error).stream().allMatch(person -> {
            Set<Long> headed = actors.of(person, at).headed();
            return person != by.id() && by.units().stream().noneMatch(headed::contains);
        });
    }
}
