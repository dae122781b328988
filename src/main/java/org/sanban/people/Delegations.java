package org.sanban.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delegation by period (委托): the delegate works in the delegator's tray, in the delegator's name and his own. It ends by itself.
 * There are no chains: who is delegated to in a period cannot delegate in it, and the other way round.
 */
@Service
public class Delegations {

    private static final int LONGEST_YEARS = 1;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    Delegations(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param revokedAt null while it holds */
    public record Delegation(
            long id, long delegator, String delegatorName, long delegate, String delegateName, LocalDate starts, LocalDate ends,
            String reason, @Nullable Instant revokedAt) {

        public boolean holdsOn(LocalDate day) {
            return revokedAt == null && !day.isBefore(starts) && !day.isAfter(ends);
        }
    }

    /** Delegations a person gave or received, the latest first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Delegation> of(long person, int limit) {
        return jdbc.sql("""
                        select d.id, d.delegator, f.name as delegator_name, d.delegate, t.name as delegate_name, d.starts, d.ends,
                               d.reason, d.revoked_at
                          from delegation d join person f on f.id = d.delegator join person t on t.id = d.delegate
                         where d.delegator = :person or d.delegate = :person
                         order by d.revoked_at is not null, d.starts desc, d.id desc limit :limit""")
                .param("person", person)
                .param("limit", limit)
                .query(Delegation.class)
                .list();
    }

    /** Delegates the tray of {@code delegator}. Refused for oneself, for the past, for an administrator, twice, and in a chain. */
    @Transactional
    public long give(long delegator, DelegationForm form, Actor by, Instant at) {
        changes.begin();
        refuseUnfitPeriod(form, at);
        refuseUnfitPersons(delegator, form);
        refuseOverlaps(delegator, form);
        long id = jdbc.sql("""
                        insert into delegation (delegator, delegate, starts, ends, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(delegator, form.delegate(), form.starts(), form.ends(), form.reason().strip(), Changes.author(by),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
        changes.tell("person", delegator, by, at, "person.delegated",
                Map.of("to", form.delegate(), "starts", form.starts().toString(), "ends", form.ends().toString()));
        return id;
    }

    /** Ends a delegation at once. */
    @Transactional
    public void revoke(long delegator, long id, Actor by, Instant at) {
        changes.begin();
        int done = jdbc.sql("update delegation set revoked_by = ?, revoked_at = ? where id = ? and delegator = ? and revoked_at is null")
                .params(Changes.author(by), Timestamp.from(at), id, delegator)
                .update();
        if (done == 0) {
            throw new NotFound();
        }
        changes.tell("person", delegator, by, at, "person.delegation-revoked", Map.of("delegation", id));
    }

    private void refuseUnfitPeriod(DelegationForm form, Instant at) {
        if (form.ends().isBefore(form.starts())) {
            throw new Refused(Objection.of("people.refusal.ends-before-start").at("ends"));
        }
        if (form.ends().isBefore(LocalDate.ofInstant(at, clock.getZone()))) {
            throw new Refused(Objection.of("people.refusal.period-over").at("ends"));
        }
        if (form.ends().isAfter(form.starts().plusYears(LONGEST_YEARS))) {
            throw new Refused(Objection.of("people.refusal.period-too-long").at("ends"));
        }
    }

    private void refuseUnfitPersons(long delegator, DelegationForm form) {
        if (form.delegate() == delegator) {
            throw new Refused(Objection.of("people.refusal.delegate-to-self").at("delegate"));
        }
        if (!changes.exists("select 1 from person where id = ? and state = 'ACTIVE'", form.delegate())) {
            throw new Refused(Objection.of("people.refusal.no-such-person").at("delegate"));
        }
        if (changes.withoutBusiness(delegator) || changes.withoutBusiness(form.delegate())) {
            throw new Refused(Objection.of("people.refusal.delegate-administrator").at("delegate"));
        }
    }

    private void refuseOverlaps(long delegator, DelegationForm form) {
        if (overlaps("delegator", delegator, form)) {
            throw new Refused(Objection.of("people.refusal.delegated-already").at("starts"));
        }
        if (overlaps("delegator", form.delegate(), form)) {
            throw new Refused(Objection.of("people.refusal.delegate-delegates").at("delegate"));
        }
        if (overlaps("delegate", delegator, form)) {
            throw new Refused(Objection.of("people.refusal.delegator-is-delegate").at("starts"));
        }
    }

    private boolean overlaps(String side, long person, DelegationForm form) {
        return changes.exists(
                "select 1 from delegation where " + side + " = ? and revoked_at is null and starts <= ? and ends >= ?",
                person, form.ends(), form.starts());
    }
}
