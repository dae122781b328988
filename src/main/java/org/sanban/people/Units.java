package org.sanban.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
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

/** Units of the office (处室): created, described, moved, closed. A closed unit stays, with all it ever did. */
@Service
public class Units {

    private static final String COLUMNS = """
            select id, code, name, field, parent, ordering, duties, phone, deputy_phone, room, email,
                   is_public as open, published_at, closed_at, version from unit""";

    private final JdbcClient jdbc;
    private final Changes changes;

    Units(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @param duties one a line */
    public record Unit(
            long id, String code, String name, String field, @Nullable Long parent, int ordering, String duties, String phone,
            String deputyPhone, String room, String email, boolean open, @Nullable LocalDate publishedAt,
            @Nullable Instant closedAt, int version) {

        public List<String> dutyLines() {
            return duties.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** All units, closed ones too, siblings in their order. */
    @Transactional(readOnly = true)
    public List<Unit> all() {
        return jdbc.sql(COLUMNS + " order by ordering, id").query(Unit.class).list();
    }

    @Transactional(readOnly = true)
    public Unit byId(long id) {
        return find(id).orElseThrow(NotFound::new);
    }

    /** @return the unit's id; refused when the code is taken or the unit above does not exist */
    @Transactional
    public long create(UnitForm form, Actor by, Instant at) {
        changes.begin();
        refuseUnfit(form, 0);
        long id = jdbc.sql("""
                        insert into unit (code, name, field, parent, ordering, duties, phone, deputy_phone, room, email, is_public, published_at)
                        values (:code, :name, :field, :parent, :ordering, :duties, :phone, :deputyPhone, :room, :email, :open, :publishedAt)
                        returning id""")
                .paramSource(form)
                .query(Long.class)
                .single();
        changes.tell("unit", id, by, at, "unit.created", Map.of("code", form.code(), "name", form.name()));
        return id;
    }

    /** @throws Stale if somebody else edited it since it was shown */
    @Transactional
    public void edit(long id, UnitForm form, Actor by, Instant at) {
        changes.begin();
        Unit old = find(id).orElseThrow(NotFound::new);
        refuseUnfit(form, id);
        int changed = jdbc.sql("""
                        update unit set code = :code, name = :name, field = :field, parent = :parent, ordering = :ordering,
                               duties = :duties, phone = :phone, deputy_phone = :deputyPhone, room = :room, email = :email,
                               is_public = :open, published_at = :publishedAt, version = version + 1
                         where id = %d and version = :version""".formatted(id))
                .paramSource(form)
                .update();
        if (changed == 0) {
            throw new Stale();
        }
        changes.tell("unit", id, by, at, "unit.edited", Map.of("code", form.code(), "name", form.name(), "was", old.name()));
    }

    /** One place up among its siblings ({@code up}), or down. At the end of the line nothing happens. */
    @Transactional
    public void move(long id, boolean up, Actor by, Instant at) {
        changes.begin();
        Unit unit = find(id).orElseThrow(NotFound::new);
        List<Long> siblings = jdbc.sql("select id from unit where parent is not distinct from ? order by ordering, id")
                .param(unit.parent())
                .query(Long.class)
                .list();
        int place = siblings.indexOf(id);
        int other = up ? place - 1 : place + 1;
        if (other < 0 || other >= siblings.size()) {
            return;
        }
        siblings.set(place, siblings.get(other));
        siblings.set(other, id);
        for (int i = 0; i < siblings.size(); i++) {
            jdbc.sql("update unit set ordering = ? where id = ?").params(i * 10 + 10, siblings.get(i)).update();
        }
        changes.tell("unit", id, by, at, "unit.moved", Map.of("up", up));
    }

    /** Closes a unit. Refused while it has open units below it or members. */
    @Transactional
    public void close(long id, Actor by, Instant at) {
        changes.begin();
        Unit unit = find(id).orElseThrow(NotFound::new);
        Refused.unless(unit.closedAt() == null, "people.refusal.unit-closed", unit.name());
        Refused.unless(!changes.exists("select 1 from unit where parent = ? and closed_at is null", id),
                "people.refusal.unit-has-units", unit.name());
        long members = jdbc.sql("""
                        select count(distinct t.person) from post t join person p on p.id = t.person
                         where t.unit = ? and p.state = 'ACTIVE' and t.valid_until is null""")
                .param(id)
                .query(Long.class)
                .single();
        Refused.unless(members == 0, "people.refusal.unit-has-members", unit.name(), members);
        jdbc.sql("update unit set closed_at = ?, version = version + 1 where id = ?").params(Timestamp.from(at), id).update();
        changes.tell("unit", id, by, at, "unit.closed", Map.of("name", unit.name()));
    }

    private Optional<Unit> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(Unit.class).optional();
    }

    private void refuseUnfit(UnitForm form, long self) {
        if (changes.exists("select 1 from unit where lower(code) = lower(?) and id <> ?", form.code(), self)) {
            throw new Refused(Objection.of("people.refusal.code-taken", form.code()).at("code"));
        }
        Long parent = form.parent();
        if (parent == null) {
            return;
        }
        if (!changes.exists("select 1 from unit where id = ? and closed_at is null", parent)) {
            throw new Refused(Objection.of("people.refusal.no-such-unit").at("parent"));
        }
        boolean loop = changes.exists("""
                with recursive above(id, parent) as (
                  select id, parent from unit where id = ? union all select u.id, u.parent from unit u join above a on u.id = a.parent)
                select 1 from above where id = ?""", parent, self);
        if (loop) {
            throw new Refused(Objection.of("people.refusal.unit-below-itself").at("parent"));
        }
    }
}
