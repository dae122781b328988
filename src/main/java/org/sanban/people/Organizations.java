package org.sanban.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bodies outside the office (来文、主送机关): departments, cities, superiors. */
@Service
public class Organizations {

    private static final String COLUMNS = """
            select id, code, name, short_name, body_type as type, tier, superior, dual_superior, number_code, active
              from organization""";

    private final JdbcClient jdbc;
    private final Changes changes;

    Organizations(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * @param type GOVERNMENT, OFFICE, DEPARTMENT, STATE_BODY, CONGRESS, CPPCC, PARTY, ENTERPRISE or OTHER
     * @param tier 0 state, 1 province, 2 city, 3 county, 4 township
     * @param superior id of the body above, null where none is recorded
     * @param dualSuperior the second superior under dual leadership (双重领导), by name
     * @param numberCode the 代字 its document numbers begin with
     */
    public record Organization(
            long id, String code, String name, String shortName, String type, int tier, @Nullable Long superior,
            @Nullable String dualSuperior, @Nullable String numberCode, boolean active) {}

    @Transactional(readOnly = true)
    public Optional<Organization> byId(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(Organization.class).optional();
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

    @Transactional(readOnly = true)
    public List<Organization> all() {
        return jdbc.sql(COLUMNS + " order by tier, id").query(Organization.class).list();
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
        if (byCode(fresh.code()).isPresent()) {
            throw new Refused(Objection.of("people.refusal.code-taken", fresh.code()).at("code"));
        }
        if (fresh.numberCode() != null && byNumberCode(fresh.numberCode()).isPresent()) {
            throw new Refused(Objection.of("people.refusal.code-taken", fresh.numberCode()).at("numberCode"));
        }
        long id = jdbc.sql("""
                        insert into organization (code, name, short_name, body_type, tier, superior, dual_superior, number_code)
                        values (:code, :name, :shortName, :type, :tier, :superior, :dualSuperior, :numberCode) returning id""")
                .paramSource(fresh)
                .query(Long.class)
                .single();
        changes.tell("organization", id, by, at, "organization.added", Map.of("name", fresh.name()));
        return id;
    }
}
