package org.sanban.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.people.Facts.AbsenceFact;
import org.sanban.people.Facts.ChargeFact;
import org.sanban.people.Facts.DelegationFact;
import org.sanban.people.Facts.GrantFact;
import org.sanban.people.Facts.HoursFact;
import org.sanban.people.Facts.PersonFact;
import org.sanban.people.Facts.PostFact;
import org.sanban.people.Facts.UnitFact;
import org.sanban.people.Organizations.Organization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the facts. Call it in a transaction that sees one state of all tables (repeatable read). */
@Component
class FactsReader {

    private final JdbcClient jdbc;

    FactsReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from people_version").query(Long.class).single();
    }

    Facts read() {
        return new Facts(
                version(), units(), persons(), posts(), charges(), standIns(), rights(), withoutBusiness(), grants(), delegations(), absences(),
                years(), exceptions(), hours(), organizations());
    }

    private List<UnitFact> units() {
        return jdbc.sql("select id, code, name, coalesce(parent, 0), closed_at is not null from unit order by ordering, id")
                .query((r, n) -> new UnitFact(r.getLong(1), r.getString(2), r.getString(3), r.getLong(4), r.getBoolean(5)))
                .list();
    }

    private List<PersonFact> persons() {
        return jdbc.sql("select id, code, name, ordering, clearance, state = 'ACTIVE' from person order by ordering, id")
                .query((r, n) -> new PersonFact(
                        r.getLong(1), r.getString(2), r.getString(3), r.getInt(4), Clearance.valueOf(r.getString(5)), r.getBoolean(6)))
                .list();
    }

    private List<PostFact> posts() {
        return jdbc.sql("""
                        select person, coalesce(unit, 0), title, is_head, is_main, valid_from, valid_until
                          from post order by is_main desc, id""")
                .query((r, n) -> new PostFact(
                        r.getLong(1), r.getLong(2), r.getString(3), r.getBoolean(4), r.getBoolean(5), day(r, 6),
                        r.getObject(7, LocalDate.class)))
                .list();
    }

    private List<ChargeFact> charges() {
        return jdbc.sql("select person, unit from charge order by ordering, person")
                .query((r, n) -> new ChargeFact(r.getLong(1), r.getLong(2)))
                .list();
    }

    private Map<Long, Long> standIns() {
        Map<Long, Long> found = new HashMap<>();
        jdbc.sql("select person, deputy from stand_in").query(r -> {
            found.put(r.getLong(1), r.getLong(2));
        });
        return Map.copyOf(found);
    }

    private Map<String, Set<String>> rights() {
        Map<String, Set<String>> found = new HashMap<>();
        jdbc.sql("select code, rights from role").query(r -> {
            found.put(r.getString(1), Set.of((String[]) r.getArray(2).getArray()));
        });
        return Map.copyOf(found);
    }

    /** Roles whose holders act in no business step. */
    private Set<String> withoutBusiness() {
        return Set.copyOf(jdbc.sql("select code from role where no_business").query(String.class).list());
    }

    private List<GrantFact> grants() {
        return jdbc.sql("select person, role, coalesce(unit, 0) from role_grant where revoked_at is null order by id")
                .query((r, n) -> new GrantFact(r.getLong(1), r.getString(2), r.getLong(3)))
                .list();
    }

    private List<DelegationFact> delegations() {
        return jdbc.sql("select delegator, delegate, starts, ends from delegation where revoked_at is null order by id")
                .query((r, n) -> new DelegationFact(r.getLong(1), r.getLong(2), day(r, 3), day(r, 4)))
                .list();
    }

    private List<AbsenceFact> absences() {
        return jdbc.sql("select person, starts, ends, kind from absence where cancelled_at is null order by starts, id")
                .query((r, n) -> new AbsenceFact(r.getLong(1), day(r, 2), day(r, 3), r.getString(4)))
                .list();
    }

    private Map<Integer, Boolean> years() {
        Map<Integer, Boolean> found = new HashMap<>();
        jdbc.sql("select year, state = 'PROVISIONAL' from calendar_year").query(r -> {
            found.put(r.getInt(1), r.getBoolean(2));
        });
        return Map.copyOf(found);
    }

    private Map<LocalDate, Boolean> exceptions() {
        Map<LocalDate, Boolean> found = new HashMap<>();
        jdbc.sql("select on_day, kind = 'WORKDAY' from calendar_day").query(r -> {
            found.put(day(r, 1), r.getBoolean(2));
        });
        return Map.copyOf(found);
    }

    private List<HoursFact> hours() {
        return jdbc.sql("select valid_from, valid_until, starts, ends from office_hours order by starts, id")
                .query((r, n) -> new HoursFact(
                        day(r, 1), r.getObject(2, LocalDate.class), r.getObject(3, LocalTime.class), r.getObject(4, LocalTime.class)))
                .list();
    }

    /** In the order in which they are listed. */
    private Map<Long, Organization> organizations() {
        Map<Long, Organization> found = new LinkedHashMap<>();
        jdbc.sql(Organizations.COLUMNS + " order by tier, id").query(Organization.class).list().forEach(o -> found.put(o.id(), o));
        return Collections.unmodifiableMap(found);
    }

    private static LocalDate day(ResultSet r, int column) throws SQLException {
        return r.getObject(column, LocalDate.class);
    }
}
