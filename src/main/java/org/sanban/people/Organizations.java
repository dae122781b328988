package org.sanban.people;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bodies outside the office (来文、主送机关): departments, cities, superiors. Those that a page names come from memory, as its persons do. */
@Service
public class Organizations {

    static final String COLUMNS = """
            select id, code, name, short_name, body_type as type, tier, superior, dual_superior, number_code, active, version
              from organization""";

    private final JdbcClient jdbc;
    private final PeopleMemory memory;
    private final Changes changes;
    private final ZoneId zone;

    Organizations(JdbcClient jdbc, PeopleMemory memory, Changes changes, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.memory = memory;
        this.changes = changes;
        this.zone = zone;
    }

    /**
     * @param type GOVERNMENT, OFFICE, DEPARTMENT, STATE_BODY, CONGRESS, CPPCC, PARTY, ENTERPRISE or OTHER
     * @param tier 0 state, 1 province, 2 city, 3 county, 4 township
     * @param superior id of the body above, null where none is recorded
     * @param dualSuperior the second superior under dual leadership (双重领导), by name
     * @param numberCode the 代字 its document numbers begin with
     * @param active false once it was retired: papers that name it keep it, new ones do not find it
     */
    public record Organization(
            long id, String code, String name, String shortName, String type, int tier, @Nullable Long superior,
            @Nullable String dualSuperior, @Nullable String numberCode, boolean active, int version) {}

    /** A name that a body bore (曾用名), to its last day. */
    public record FormerName(long organization, String name, LocalDate until) {}

    public Optional<Organization> byId(long id) {
        return Optional.ofNullable(memory.facts().organizations().get(id));
    }

    /** As it stands now, for whoever changes it. */
    private Organization stored(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(Organization.class).optional().orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<Organization> byCode(String code) {
        return jdbc.sql(COLUMNS + " where code = ?").param(code).query(Organization.class).optional();
    }

    /** The active body whose numbers begin with exactly this 代字. */
    @Transactional(readOnly = true)
    public Optional<Organization> byNumberCode(String numberCode) {
        return jdbc.sql(COLUMNS + " where number_code = ? and active").param(numberCode).query(Organization.class).optional();
    }

    /** The active body that bears exactly this name or short name. */
    @Transactional(readOnly = true)
    public Optional<Organization> byName(String name) {
        return jdbc.sql(COLUMNS + " where active and (name = ? or short_name = ?) order by id limit 1")
                .params(name, name)
                .query(Organization.class)
                .optional();
    }

    public List<Organization> all() {
        return List.copyOf(memory.facts().organizations().values());
    }

    /**
     * Active bodies whose name or short name contains {@code words}, or whose code or 代字 begins with it; exact and shorter names
     * first, at most {@code limit}. All of them when {@code words} is blank.
     */
    @Transactional(readOnly = true)
    public List<Organization> search(String words, int limit) {
        String typed = words.strip().replaceAll("[\\\\%_\\x00]", "");
        return jdbc.sql(COLUMNS + "\n" + """
                         where active and (name like :inside or short_name like :inside or upper(code) like upper(:start)
                               or number_code like :start)
                         order by short_name = :typed desc, number_code = :typed desc nulls last, short_name like :start desc, tier,
                               length(short_name), id limit :limit""")
                .param("inside", "%" + typed + "%")
                .param("start", typed + "%")
                .param("typed", typed)
                .param("limit", limit)
                .query(Organization.class)
                .list();
    }

    /** Adds a body; the id in {@code fresh} is not looked at. Refused when code or 代字 is taken. */
    @Transactional
    public long add(Organization fresh, Actor by, Instant at) {
        changes.begin();
        refuseUnfit(fresh, 0);
        long id = jdbc.sql("""
                        insert into organization (code, name, short_name, body_type, tier, superior, dual_superior, number_code)
                        values (:code, :name, :shortName, :type, :tier, :superior, :dualSuperior, :numberCode) returning id""")
                .paramSource(fresh)
                .query(Long.class)
                .single();
        changes.tell("organization", id, by, at, "organization.added", Map.of("name", fresh.name()));
        return id;
    }

    /**
     * Writes the body anew under its id; whether it is active stays as it is.
     *
     * @throws Stale if somebody else edited it since {@code edited.version()}
     */
    @Transactional
    public void edit(Organization edited, Actor by, Instant at) {
        changes.begin();
        Organization old = stored(edited.id());
        refuseUnfit(edited, edited.id());
        int changed = jdbc.sql("""
                        update organization set code = :code, name = :name, short_name = :shortName, body_type = :type, tier = :tier,
                               superior = :superior, dual_superior = :dualSuperior, number_code = :numberCode, version = version + 1
                         where id = :id and version = :version""")
                .paramSource(edited)
                .update();
        if (changed == 0) {
            throw new Stale();
        }
        changes.tell("organization", edited.id(), by, at, "organization.edited", Map.of("name", edited.name(), "was", old.name()));
    }

    /**
     * Writes down that a body was called otherwise until a day; the same name again corrects the day.
     *
     * @throws Refused where that is its name today, or the day is still to come
     */
    @Transactional
    public void called(long id, String name, LocalDate until, Actor by, Instant at) {
        changes.begin();
        Organization body = stored(id);
        if (name.equals(body.name())) {
            throw new Refused(Objection.of("people.refusal.former-name-of-today", name).at("former"));
        }
        if (until.isAfter(LocalDate.ofInstant(at, zone))) {
            throw new Refused(Objection.of("people.refusal.former-name-to-come").at("until"));
        }
        jdbc.sql("""
                        insert into organization_former_name (organization_id, name, until, recorded_by, recorded_at) values (?, ?, ?, ?, ?)
                        on conflict (organization_id, name) do update
                           set until = excluded.until, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .params(id, name, Date.valueOf(until), by.id(), Timestamp.from(at)).update();
        changes.tell("organization", id, by, at, "organization.called-otherwise", Map.of("name", body.name(), "was", name, "until", until.toString()));
    }

    /** All of them, of one body the latest first. */
    @Transactional(readOnly = true)
    public List<FormerName> formerNames() {
        return jdbc.sql("select organization_id as organization, name, until from organization_former_name order by organization_id, until desc")
                .query(FormerName.class).list();
    }

    /** Retires a body that was abolished or merged (停用), or brings it back. Nothing that names it changes. */
    @Transactional
    public void retire(long id, boolean retired, Actor by, Instant at) {
        changes.begin();
        Organization body = stored(id);
        Refused.unless(body.active() == retired, "people.refusal.organization-as-it-is", body.name());
        if (!retired) {
            refuseUnfit(body, id);
        }
        jdbc.sql("update organization set active = ?, version = version + 1 where id = ?").params(!retired, id).update();
        changes.tell("organization", id, by, at, retired ? "organization.retired" : "organization.restored", Map.of("name", body.name()));
    }

    private void refuseUnfit(Organization body, long self) {
        if (changes.exists("select 1 from organization where lower(code) = lower(?) and id <> ?", body.code(), self)) {
            throw new Refused(Objection.of("people.refusal.code-taken", body.code()).at("code"));
        }
        if (changes.exists("select 1 from organization where number_code = ? and active and id <> ?", body.numberCode(), self)) {
            throw new Refused(Objection.of("people.refusal.code-taken", body.numberCode()).at("numberCode"));
        }
        if (self != 0 && isBelow(self, body.superior())) {
            throw new Refused(Objection.of("people.refusal.organization-under-itself").at("superior"));
        }
    }

    private boolean isBelow(long self, @Nullable Long superior) {
        return superior != null && changes.exists("""
                with recursive up (id, superior) as (
                  select id, superior from organization where id = ?
                  union select o.id, o.superior from organization o join up on o.id = up.superior)
                select 1 from up where id = ?""", superior, self);
    }
}
