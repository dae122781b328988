package org.sanban.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The persons of the office: created and described. What they are and may is in {@link Posts} and {@link Roles}. */
@Service
public class Persons {

    private static final String COLUMNS = """
            select id, code, name, staff_type = 'CONTRACT' as contract, rank_name as rank, ordering, clearance, email, office_phone,
                   left_at, version from person""";

    private final JdbcClient jdbc;
    private final Changes changes;

    Persons(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @param leftAt null while the person works here */
    public record Person(
            long id, String code, String name, boolean contract, @Nullable String rank, int ordering, Clearance clearance,
            @Nullable String email, @Nullable String officePhone, @Nullable Instant leftAt, int version) {}

    /** Everyone, those who left last. */
    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql(COLUMNS + " order by state, ordering, code").query(Person.class).list();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Person byId(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(Person.class).optional().orElseThrow(NotFound::new);
    }

    /** The person who logs in with this code, in whatever case it is typed. */
    @Transactional(readOnly = true)
    public Optional<Person> byCode(String code) {
        return jdbc.sql(COLUMNS + " where lower(code) = lower(?)").param(code).query(Person.class).optional();
    }

    /** @return the person's id; refused when the code is taken */
    @Transactional
    public long create(PersonForm form, Actor by, Instant at) {
        changes.begin();
        refuseTaken(form.code(), 0);
        long id = jdbc.sql("""
                        insert into person (code, name, staff_type, rank_name, ordering, email, office_phone, created_by, created_at)
                        values (:code, :name, case when :contract then 'CONTRACT' else 'ESTABLISHMENT' end, :rank, :ordering,
                                nullif(:email, ''), nullif(:officePhone, ''), cast(:author as bigint), :at) returning id""")
                .param("code", form.code())
                .param("name", form.name().strip())
                .param("contract", form.contract())
                .param("rank", form.rank())
                .param("ordering", form.ordering())
                .param("email", form.email())
                .param("officePhone", form.officePhone())
                .param("author", Changes.author(by))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        changes.tell("person", id, by, at, "person.created", Map.of("code", form.code(), "name", form.name()));
        return id;
    }

    /** @throws Stale if somebody else edited the person since it was shown */
    @Transactional
    public void edit(long id, PersonForm form, Actor by, Instant at) {
        changes.begin();
        Person old = byId(id);
        refuseTaken(form.code(), id);
        int changed = jdbc.sql("""
                        update person set code = :code, name = :name, rank_name = :rank, ordering = :ordering,
                               staff_type = case when :contract then 'CONTRACT' else 'ESTABLISHMENT' end,
                               email = nullif(:email, ''), office_phone = nullif(:officePhone, ''), version = version + 1
                         where id = %d and version = :version""".formatted(id))
                .paramSource(form)
                .update();
        if (changed == 0) {
            throw new Stale();
        }
        changes.tell("person", id, by, at, "person.edited", Map.of("code", form.code(), "name", form.name(), "was", old.name()));
    }

    /** How far the person may read. Set by the security administrator. */
    @Transactional
    public void clear(long id, Clearance clearance, Actor by, Instant at) {
        changes.begin();
        Person person = byId(id);
        Refused.unless(by.id() != id, "people.refusal.own-clearance");
        jdbc.sql("update person set clearance = ?, version = version + 1 where id = ?").params(clearance.name(), id).update();
        changes.tell("person", id, by, at, "person.cleared",
                Map.of("name", person.name(), "was", person.clearance().name(), "is", clearance.name()));
    }

    private void refuseTaken(String code, long self) {
        if (changes.exists("select 1 from person where lower(code) = lower(?) and id <> ?", code, self)) {
            throw new Refused(Objection.of("people.refusal.code-taken", code).at("code"));
        }
    }
}
