package org.sanban.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sees a subject, as one rule inside the query itself: its present and past holders, those whose role it waits
 * for, and who started it, the head of its
 * owner unit and of units that hold a task, the leaders in charge of those, and whoever reads all (registry, archive,
 * supervisors), but not what is confined to those who take part; each only up to the own clearance (domain.md §9.2).
 */
@Component
public class Sight {

    /** On what the words of the rule depend; who it is comes with {@link #params}. */
    private record Said(String h, boolean everything, boolean readsAll, boolean units) {}

    private final JdbcClient jdbc;
    private final Map<Said, String> said = new ConcurrentHashMap<>();

    Sight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A condition on a handling.
     *
     * @param h alias of {@code handling} in the query
     * @param by whose sight; {@link #params} gives the values
     */
    public String of(String h, Actor by) {
        return said.computeIfAbsent(new Said(h, by.may("*"), by.may(Roles.READ_ALL), !by.headed().isEmpty() || !by.charged().isEmpty()), Sight::of);
    }

    private static String of(Said said) {
        String graded = said.h + ".confidentiality <= :sightClearance";
        if (said.everything) {
            return graded;
        }
        String part = partOf(said.h, said.units);
        return said.readsAll ? "(" + graded + " and (not " + said.h + ".confined or " + part + "))" : "(" + graded + " and " + part + ")";
    }

    /** Takes part: started it, holds or held a task of it, or has such a task in the tray of a role; heads or is in charge of a unit concerned. */
    private static String partOf(String h, boolean leads) {
        String units = !leads ? "" : " or %1$s.owner_unit = any (:sightUnits) or exists (select 1 from task st where st.handling_id = %1$s.id and st.unit_id = any (:sightUnits))".formatted(h);
        return "(%1$s.started_by = any (:sightPersons) or exists (select 1 from task st where st.handling_id = %1$s.id and (st.holder_id = any (:sightPersons) or st.done_by = any (:sightPersons) or (st.state = 'OPEN' and %3$s)))%2$s)"
                .formatted(h, units, RoleTrays.of("st"));
    }

    /**
     * A condition on a content module's own table: the subject has a handling that the actor sees.
     *
     * @param kind of the subject
     * @param id SQL expression of its id in the outer query, e.g. {@code d.id}
     */
    public String ofSubject(String kind, String id, Actor by) {
        return "exists (select 1 from handling sh where sh.subject_kind = '" + kind + "' and sh.subject_id = " + id + " and " + of("sh", by) + ")";
    }

    /** Values for {@link #of}; bind them all with {@code params(map)}. */
    public Map<String, Object> params(Actor by) {
        Map<String, Object> values = new HashMap<>();
        values.put("sightClearance", by.clearance().ordinal());
        values.put("sightPersons", by.trays().toArray(Long[]::new));
        values.put("sightUnits", Stream.concat(by.headed().stream(), by.charged().stream()).distinct().toArray(Long[]::new));
        RoleTrays.bind(by, values);
        return values;
    }

    /**
     * The same of a handling at hand. Whoever acts mostly holds one of its live tasks, so takes part; the database is asked where
     * that does not tell.
     */
    boolean sees(Actor by, Handling handling, List<Task> live) {
        if (!by.clearance().covers(handling.confidentiality)) {
            return false;
        }
        Set<Long> trays = by.trays();
        return by.may("*")
                || by.may(Roles.READ_ALL) && !handling.confined
                || trays.contains(handling.startedBy)
                || live.stream().anyMatch(t -> t.holderId == null ? t.open() && RoleTrays.hold(by, t) : trays.contains(t.holderId))
                || sees(by, handling.subject());
    }

    /** May this person see that subject? False also where it does not exist. */
    @Transactional(readOnly = true)
    public boolean sees(Actor by, SubjectRef subject) {
        return jdbc.sql("select count(*) from handling h where h.subject_kind = :kind and h.subject_id = :id and " + of("h", by))
                        .param("kind", subject.kind())
                        .param("id", subject.id())
                        .params(params(by))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
