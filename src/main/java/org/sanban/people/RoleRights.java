package org.sanban.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a business role may do (角色权限). The rights of the three administrators (三员, domain.md §9.2) are fixed and stay theirs:
 * they are neither changed nor given to a business role.
 */
@Service
public class RoleRights {

    private final Roles roles;
    private final JdbcClient jdbc;
    private final Changes changes;

    RoleRights(Roles roles, JdbcClient jdbc, Changes changes) {
        this.roles = roles;
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @throws NotFound if there is no such role */
    @Transactional(readOnly = true)
    public Roles.Role role(String code) {
        return roles.all().stream().filter(role -> role.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }

    /** Every right that a business role may have, by code: those that an administrator has are not among them. */
    @Transactional(readOnly = true)
    public List<String> onOffer() {
        return jdbc.sql("""
                        (select code from known_right union select unnest(rights) from role where not exclusive)
                        except select unnest(rights) from role where exclusive order by 1""")
                .query(String.class)
                .list();
    }

    /**
     * Gives the role exactly {@code rights}.
     *
     * @throws Refused for an administrator's role, and for a right that is not on offer
     * @throws Stale if somebody else changed it since {@code version}
     */
    @Transactional
    public void change(String code, Set<String> rights, long version, Actor by, Instant at) {
        changes.begin();
        Roles.Role role = role(code);
        Refused.unless(!role.exclusive(), "people.refusal.administrators-rights");
        if (!Set.copyOf(onOffer()).containsAll(rights)) {
            throw new Refused(Objection.of("people.refusal.right-not-on-offer").at("rights"));
        }
        if (role.version() != version) {
            throw new Stale();
        }
        jdbc.sql("update role set rights = ?, version = version + 1 where code = ?")
                .params(new TreeSet<>(rights).toArray(String[]::new), code)
                .update();
        changes.tell("role", role.id(), by, at, "role.rights-changed", Map.of(
                "role", code, "added", without(rights, role.rights()), "removed", without(role.rights(), rights)));
    }

    private static String without(Collection<String> all, Collection<String> those) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(those);
        return String.join(", ", left);
    }
}
