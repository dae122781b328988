package org.sanban.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The procedures of the office: shipped as YAML, changed on a page, published in editions that never change again. */
@Service
public class Procedures {

    /** One edition as stored. */
    public record Edition(long id, int number, String state, Instant changedAt, long changedBy, Procedure procedure) {}

    /** An edition was made, changed or published. */
    public record Changed(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {}

    private record Reached(String effect, long edition) {}

    private static final String COLUMNS = "select id, edition, state, changed_at, changed_by, definition from procedure ";

    private final JdbcClient jdbc;
    private final Gates gates;
    private final ApplicationEventPublisher events;
    private final ObjectMapper yaml = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private final Map<Long, Procedure> editions = new ConcurrentHashMap<>();
    private final Map<Reached, Set<String>> reached = new ConcurrentHashMap<>();

    Procedures(JdbcClient jdbc, Gates gates, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.gates = gates;
        this.events = events;
    }

    /** On the first start the shipped procedures become edition 1; later the office's own editions stand. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    @Transactional
    public void publishShipped(ApplicationStartedEvent started) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*.yaml")) {
                Procedure procedure = yaml.readValue(file.getContentAsByteArray(), Procedure.class);
                boolean there = jdbc.sql("select count(*) from procedure where code = :code").param("code", procedure.code())
                        .query(Integer.class).single() > 0;
                if (!there) {
                    publish(saveDraft(procedure, Actor.SYSTEM, Instant.ofEpochMilli(started.getTimestamp())), Actor.SYSTEM, Instant.ofEpochMilli(started.getTimestamp()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The edition that new subjects start on. Which it is is asked, what it says is known: a published one never changes. */
    @Transactional(readOnly = true)
    public Edition published(String code) {
        return jdbc.sql("select id, edition, state, changed_at, changed_by from procedure where code = :code and state = 'PUBLISHED'").param("code", code)
                .query((row, n) -> edition(row, edition(row.getLong("id")))).optional()
                .orElseThrow(() -> new Refused(Objection.of("workflow.refusal.no-procedure", code)));
    }

    /** An edition by id; editions in use never change, so they are kept in memory. */
    Procedure edition(long id) {
        return editions.computeIfAbsent(id, i -> jdbc.sql(COLUMNS + "where id = :id").param("id", i)
                .query((row, n) -> edition(row)).single().procedure());
    }

    /** The steps that an edition goes on to by a way with this effect. */
    public Set<String> reachedBy(String effect, long edition) {
        return reached.computeIfAbsent(new Reached(effect, edition), r -> edition(edition).steps().stream().flatMap(step -> step.next().stream())
                .filter(way -> way.effects().contains(effect)).map(Step.Transition::to).collect(Collectors.toSet()));
    }

    @Transactional(readOnly = true)
    public List<Edition> all() {
        return jdbc.sql(COLUMNS + "order by code, edition desc").query((row, n) -> edition(row)).list();
    }

    @Transactional(readOnly = true)
    public Edition byId(long id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query((row, n) -> edition(row)).optional().orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Optional<Edition> draft(String code) {
        return jdbc.sql(COLUMNS + "where code = :code and state = 'DRAFT'").param("code", code).query((row, n) -> edition(row)).optional();
    }

    /** Saves the draft of the next edition, replacing an earlier draft. It may still be unfit; publishing it may not. */
    @Transactional
    public Edition saveDraft(Procedure procedure, Actor by, Instant at) {
        jdbc.sql("delete from procedure where code = :code and state = 'DRAFT'").param("code", procedure.code()).update();
        int number = jdbc.sql("select coalesce(max(edition), 0) + 1 from procedure where code = :code").param("code", procedure.code())
                .query(Integer.class).single();
        long id = jdbc.sql("select nextval('procedure_seq')").query(Long.class).single();
        jdbc.sql("insert into procedure (id, code, edition, subject_kind, definition, state, changed_at, changed_by)"
                        + " values (:id, :code, :number, :kind, :definition, 'DRAFT', :at, :by)")
                .param("id", id).param("code", procedure.code()).param("number", number).param("kind", procedure.kind())
                .param("definition", yaml.writeValueAsString(procedure)).param("at", java.sql.Timestamp.from(at)).param("by", by.id())
                .update();
        events.publishEvent(new Changed(new SubjectRef("procedure", id), "procedure.drafted", by.id(), at, Map.of("code", procedure.code(), "edition", number)));
        return new Edition(id, number, "DRAFT", at, by.id(), procedure);
    }

    /** What stands against publishing a procedure. */
    public List<Objection> objections(Procedure procedure) {
        return procedure.objections(gates.known(), gates.knownEffects());
    }

    /** Publishes a draft: subjects started from now on run on it; running ones keep theirs. @throws Refused when it is unfit */
    @Transactional
    public void publish(Edition draft, Actor by, Instant at) {
        List<Objection> objections = objections(draft.procedure());
        if (!objections.isEmpty()) {
            throw new Refused(objections);
        }
        jdbc.sql("update procedure set state = 'RETIRED' where code = :code and state = 'PUBLISHED'").param("code", draft.procedure().code()).update();
        int published = jdbc.sql("update procedure set state = 'PUBLISHED', changed_at = :at, changed_by = :by where id = :id and state = 'DRAFT'")
                .param("id", draft.id()).param("at", java.sql.Timestamp.from(at)).param("by", by.id()).update();
        Refused.unless(published == 1, "workflow.procedure.no-draft");
        events.publishEvent(new Changed(new SubjectRef("procedure", draft.id()), "procedure.published", by.id(), at,
                Map.of("code", draft.procedure().code(), "edition", draft.number())));
    }

    /** Reads a procedure as written by {@link #write}. @throws Refused when it cannot be read, with the place */
    public Procedure read(String text) {
        try {
            return yaml.readValue(text, Procedure.class);
        } catch (JacksonException e) {
            throw new Refused(Objection.of("workflow.procedure.unreadable", e.getOriginalMessage()).at("definition"));
        }
    }

    public String write(Procedure procedure) {
        return yaml.writeValueAsString(procedure);
    }

    private Edition edition(java.sql.ResultSet row) throws java.sql.SQLException {
        return edition(row, yaml.readValue(row.getString("definition"), Procedure.class));
    }

    private static Edition edition(java.sql.ResultSet row, Procedure procedure) throws java.sql.SQLException {
        return new Edition(row.getLong("id"), row.getInt("edition"), row.getString("state"),
                row.getTimestamp("changed_at").toInstant(), row.getLong("changed_by"), procedure);
    }
}
