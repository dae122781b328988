package org.sanban.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SubjectDoor;
import org.sanban.people.Actor;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of a subject are read by whoever sees it, and added to by whoever holds a task of it. */
@Component
class HandlingDoor implements SubjectDoor {

    private final Set<String> kinds;
    private final Sight sight;
    private final JdbcClient jdbc;

    HandlingDoor(List<SubjectKind> kinds, Sight sight, JdbcClient jdbc) {
        this.kinds = kinds.stream().map(SubjectKind::kind).collect(Collectors.toSet());
        this.sight = sight;
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> kinds() {
        return kinds;
    }

    @Override
    public boolean mayRead(SubjectRef subject, Actor actor) {
        return sight.sees(actor, subject);
    }

    @Override
    public boolean mayAttach(SubjectRef subject, Actor actor) {
        return jdbc.sql("select count(*) from handling h join task t on t.handling_id = h.id and t.state = 'OPEN'"
                                + " where h.subject_kind = :kind and h.subject_id = :id"
                                + " and (t.holder_id = any (:sightPersons) or " + RoleTrays.of("t") + ")")
                        .param("kind", subject.kind())
                        .param("id", subject.id())
                        .params(sight.params(actor))
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
