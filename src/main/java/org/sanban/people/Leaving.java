package org.sanban.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person hands over everything (移交) and leaves (离任). Nobody leaves anything behind. */
@Service
public class Leaving {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final ObjectProvider<Holdings> holdings;
    private final Clock clock;

    Leaving(JdbcClient jdbc, Changes changes, ObjectProvider<Holdings> holdings, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** How much the person holds, over all modules. */
    @Transactional(readOnly = true)
    public long held(long person) {
        return holdings.stream().mapToLong(h -> h.countOf(person)).sum();
    }

    /** Everything {@code from} holds goes to {@code to}, in one action and one transaction. */
    @Transactional
    public void handOver(long from, long to, String reason, String requestId, Actor by, Instant at) {
        changes.begin();
        if (from == to) {
            throw new Refused(Objection.of("people.refusal.hand-over-to-self").at("to"));
        }
        if (!changes.exists("select 1 from person where id = ? and state = 'ACTIVE'", to)) {
            throw new Refused(Objection.of("people.refusal.no-such-person").at("to"));
        }
        if (changes.withoutBusiness(to)) {
            throw new Refused(Objection.of("people.refusal.hand-over-administrator").at("to"));
        }
        if (reason.isBlank()) {
            throw new Refused(Objection.of("people.refusal.no-reason").at("reason"));
        }
        long count = held(from);
        holdings.forEach(h -> h.handOver(from, to, by, reason, requestId, at));
        changes.tell("person", from, by, at, "person.handed-over", Map.of("to", to, "count", count, "reason", reason));
    }

    /** Marks a person as gone: posts, charges, roles, stand-ins and delegations end. Refused while anything is held. */
    @Transactional
    public void leave(long person, Actor by, Instant at) {
        changes.begin();
        String name = jdbc.sql("select name from person where id = ? and state = 'ACTIVE'")
                .param(person).query(String.class).optional().orElseThrow(NotFound::new);
        Refused.unless(person != by.id(), "people.refusal.own-leaving");
        long held = held(person);
        Refused.unless(held == 0, "people.refusal.still-holds", name, held);
        boolean last = changes.exists("""
                select 1 from role_grant g join role r on r.code = g.role where g.person = ? and g.revoked_at is null and r.exclusive
                   and not exists (select 1 from role_grant o where o.role = g.role and o.revoked_at is null and o.person <> g.person)""",
                person);
        Refused.unless(!last, "people.refusal.last-administrator");
        end(person, by, at);
        changes.tell("person", person, by, at, "person.left", Map.of("name", name));
    }

    private void end(long person, Actor by, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, clock.getZone());
        Timestamp now = Timestamp.from(at);
        Long author = Changes.author(by);
        jdbc.sql("update person set state = 'LEFT', left_at = ?, version = version + 1 where id = ?").params(now, person).update();
        jdbc.sql("update post set valid_until = greatest(valid_from, ?) where person = ? and valid_until is null")
                .params(today, person).update();
        jdbc.sql("update role_grant set revoked_by = ?, revoked_at = ? where person = ? and revoked_at is null")
                .params(author, now, person).update();
        jdbc.sql("""
                        update delegation set revoked_by = ?, revoked_at = ?
                         where (delegator = ? or delegate = ?) and revoked_at is null and ends >= ?""")
                .params(author, now, person, person, today).update();
        jdbc.sql("update absence set cancelled_by = ?, cancelled_at = ? where person = ? and cancelled_at is null and starts > ?")
                .params(author, now, person, today).update();
        jdbc.sql("delete from charge where person = ?").param(person).update();
        jdbc.sql("delete from stand_in where person = ? or deputy = ?").params(person, person).update();
    }
}
