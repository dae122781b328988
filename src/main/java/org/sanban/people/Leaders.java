package org.sanban.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaders in charge of units (分管领导) and stand-ins of persons (AB角). */
@Service
public class Leaders {

    private final JdbcClient jdbc;
    private final Changes changes;

    Leaders(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @param ordering the smallest of a unit is asked first */
    public record Charge(long person, String personName, long unit, String unitName, int ordering) {}

    @Transactional(readOnly = true)
    public List<Charge> charges() {
        return jdbc.sql("""
                        select c.person, p.name as person_name, c.unit, u.name as unit_name, c.ordering
                          from charge c join person p on p.id = c.person join unit u on u.id = c.unit
                         order by p.ordering, p.id, u.ordering, u.id""")
                .query(Charge.class)
                .list();
    }

    /** Puts a leader in charge of a unit and all below it; again to change the ordering (1 to 9). */
    @Transactional
    public void putInCharge(long leader, long unit, int ordering, Actor by, Instant at) {
        changes.begin();
        refuseUnfit(leader, "leader");
        if (!changes.exists("select 1 from unit where id = ? and closed_at is null", unit)) {
            throw new Refused(Objection.of("people.refusal.no-such-unit").at("unit"));
        }
        jdbc.sql("""
                        insert into charge (person, unit, ordering) values (?, ?, ?)
                        on conflict (unit, person) do update set ordering = excluded.ordering""")
                .params(leader, unit, ordering)
                .update();
        changes.tell("unit", unit, by, at, "unit.charge-given", Map.of("leader", leader, "ordering", ordering));
    }

    @Transactional
    public void relieve(long leader, long unit, Actor by, Instant at) {
        changes.begin();
        if (jdbc.sql("delete from charge where person = ? and unit = ?").params(leader, unit).update() > 0) {
            changes.tell("unit", unit, by, at, "unit.charge-ended", Map.of("leader", leader));
        }
    }

    /** Names who stands in for {@code person}; null for nobody. */
    @Transactional
    public void nameStandIn(long person, @Nullable Long deputy, Actor by, Instant at) {
        changes.begin();
        refuseUnlessActive(person, "person");
        if (deputy == null) {
            jdbc.sql("delete from stand_in where person = ?").param(person).update();
        } else {
            refuseUnfit(deputy, "deputy");
            if (deputy == person) {
                throw new Refused(Objection.of("people.refusal.own-stand-in").at("deputy"));
            }
            jdbc.sql("insert into stand_in (person, deputy) values (?, ?) on conflict (person) do update set deputy = excluded.deputy")
                    .params(person, deputy)
                    .update();
        }
        changes.tell("person", person, by, at, "person.stand-in-named", Map.of("deputy", deputy == null ? 0 : deputy));
    }

    private void refuseUnfit(long person, String field) {
        refuseUnlessActive(person, field);
        if (changes.withoutBusiness(person)) {
            throw new Refused(Objection.of("people.refusal.administrator-leads-nobody").at(field));
        }
    }

    private void refuseUnlessActive(long person, String field) {
        if (!changes.exists("select 1 from person where id = ? and state = 'ACTIVE'", person)) {
            throw new Refused(Objection.of("people.refusal.no-such-person").at(field));
        }
    }
}
