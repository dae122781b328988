package org.sanban.workflow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a subject stands, for the modules that own its content. Decides nothing. */
@Component
@Transactional(readOnly = true)
public class Positions {

    /**
     * @param step null when it has ended
     * @param state RUNNING, CLOSED or VOIDED
     * @param tasks open tasks that lie before the person who asked
     */
    public record Position(@Nullable String step, String state, @Nullable String outcome, List<Own> tasks) {

        /** The own main task at one of these steps, or null. */
        public @Nullable Long mainAt(String... steps) {
            return tasks.stream().filter(t -> t.kind().equals("MAIN") && List.of(steps).contains(t.step()))
                    .map(Own::id).findFirst().orElse(null);
        }

        /** The own task of a kind (READ, ERRAND, …), or null. */
        public @Nullable Long ofKind(String kind) {
            return tasks.stream().filter(t -> t.kind().equals(kind)).map(Own::id).findFirst().orElse(null);
        }
    }

    /** @param kind MAIN, READ, ERRAND, SIGN_BEFORE, EXTENSION or OVERRIDE */
    public record Own(long id, String kind, String step) {}

    private final JdbcClient jdbc;
    private final Sight sight;

    Positions(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Empty when there is no such subject, or when {@code by} may not see it. */
    public Optional<Position> of(SubjectRef subject, Actor by) {
        record Row(@Nullable String step, String state, @Nullable String outcome, @Nullable Long task, @Nullable String kind, @Nullable String at) {}
        List<Row> rows = jdbc.sql("""
                        select h.step, h.state, h.outcome, t.id, t.kind, t.step as at
                          from handling h
                          left join task t on t.handling_id = h.id and t.state = 'OPEN'
                               and (t.holder_id = any (:sightPersons) or %s)
                         where h.subject_kind = :kind and h.subject_id = :id and %s order by t.id"""
                        .formatted(RoleTrays.of("t"), sight.of("h", by)))
                .param("kind", subject.kind())
                .param("id", subject.id())
                .params(sight.params(by))
                .query((row, n) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, Long.class), row.getString(5), row.getString(6)))
                .list();
        return rows.stream().findFirst().map(first -> new Position(first.step(), first.state(), first.outcome(),
                rows.stream().filter(r -> r.task() != null).map(r -> new Own(r.task(), String.valueOf(r.kind()), String.valueOf(r.at()))).toList()));
    }
}
