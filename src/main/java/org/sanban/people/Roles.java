package org.sanban.people;

import java.sql.Timestamp;
import java.time.Instant;
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
 * Roles and who holds them. The three administrators (三员分立, domain.md §9.2) exclude each other and every business role,
 * and who created a person does not give that person roles. The database refuses the same.
 */
@Service
public class Roles {

    private final JdbcClient jdbc;
    private final Changes changes;

    Roles(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @param scope OWN, DIVISION, ALL or SYSTEM: how far the role reaches by its nature */
    public record Role(
            long id, String code, String name, String nameEn, String scope, boolean exclusive, List<String> rights, int version) {}

    /** @param unit null: in the whole office */
    public record Grant(
            long id, long person, String personName, String role, @Nullable Long unit, @Nullable String unitName, Instant at,
            @Nullable String grantedBy) {}

    @Transactional(readOnly = true)
    public List<Role> all() {
        return jdbc.sql("select code, name, name_en, scope, exclusive, rights, id, version from role order by scope = 'SYSTEM', name")
                .query((r, n) -> new Role(
                        r.getLong(7), r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getBoolean(5),
                        List.of((String[]) r.getArray(6).getArray()), r.getInt(8)))
                .list();
    }

    /** What is granted now: of one person, or of everyone (0). */
    @Transactional(readOnly = true)
    public List<Grant> granted(long person) {
        return jdbc.sql("""
                        select g.id, g.person, p.name as person_name, g.role, g.unit, u.name as unit_name, g.granted_at as at,
                               b.name as granted_by
                          from role_grant g join person p on p.id = g.person
                          left join unit u on u.id = g.unit left join person b on b.id = g.granted_by
                         where g.revoked_at is null and (? = 0 or g.person = ?) order by g.role, p.ordering, g.id""")
                .params(person, person)
                .query(Grant.class)
                .list();
    }

    /**
     * Grants a role.
     *
     * @param unit where it holds, 0 for the whole office
     */
    @Transactional
    public void grant(long person, String role, long unit, Actor by, Instant at) {
        changes.begin();
        refuseUnfit(person, role, unit, by);
        jdbc.sql("insert into role_grant (person, role, unit, granted_by, granted_at) values (?, ?, ?, ?, ?)")
                .params(person, role, unit == 0 ? null : unit, Changes.author(by), Timestamp.from(at))
                .update();
        changes.tell("person", person, by, at, "role.granted", Map.of("role", role, "unit", unit));
    }

    @Transactional
    public void revoke(long grant, Actor by, Instant at) {
        changes.begin();
        Grant old = granted(0).stream().filter(g -> g.id() == grant).findFirst().orElseThrow(NotFound::new);
        Refused.unless(old.person() != by.id(), "people.refusal.own-role");
        refuseLastAdministrator(old);
        jdbc.sql("update role_grant set revoked_by = ?, revoked_at = ? where id = ?")
                .params(Changes.author(by), Timestamp.from(at), grant)
                .update();
        changes.tell("person", old.person(), by, at, "role.revoked",
                Map.of("role", old.role(), "unit", old.unit() == null ? 0 : old.unit()));
    }

    private void refuseUnfit(long person, String role, long unit, Actor by) {
        Role wanted = all().stream().filter(r -> r.code().equals(role)).findFirst()
                .orElseThrow(() -> new Refused(Objection.of("people.refusal.no-such-role").at("role")));
        if (!changes.exists("select 1 from person where id = ? and state = 'ACTIVE'", person)) {
            throw new Refused(Objection.of("people.refusal.no-such-person").at("person"));
        }
        if (unit != 0 && !changes.exists("select 1 from unit where id = ? and closed_at is null", unit)) {
            throw new Refused(Objection.of("people.refusal.no-such-unit").at("unit"));
        }
        Refused.unless(person != by.id(), "people.refusal.own-role");
        Refused.unless(by.id() == 0 || !changes.exists("select 1 from person where id = ? and created_by = ?", person, by.id()),
                "people.refusal.grant-by-creator");
        for (Grant held : granted(person)) {
            if (held.role().equals(role)) {
                boolean same = unit == (held.unit() == null ? 0 : held.unit());
                Refused.unless(!same, "people.refusal.role-held");
            } else if (wanted.exclusive() || exclusive(held.role())) {
                throw new Refused(Objection.of("people.refusal.administrators-apart").at("role"));
            }
        }
    }

    private boolean exclusive(String role) {
        return changes.exists("select 1 from role where code = ? and exclusive", role);
    }

    /** Without a security administrator nobody could grant anything again. */
    private void refuseLastAdministrator(Grant old) {
        boolean another = changes.exists(
                "select 1 from role_grant where role = ? and revoked_at is null and person <> ?", old.role(), old.person());
        Refused.unless(another || !exclusive(old.role()), "people.refusal.last-administrator");
    }
}
