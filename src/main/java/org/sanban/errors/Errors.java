package org.sanban.errors;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Errors for those who read them, and what later modules (casebook, checks) say came of one. */
@Service
@Transactional
public class Errors {

    private final ErrorRows rows;
    private final ErrorList list;
    private final Recurrence recurrence;
    private final ErrorDesk desk;
    private final Matter.Matters matters;
    private final Taxonomy taxonomy;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    Errors(ErrorRows rows, ErrorList list, Recurrence recurrence, ErrorDesk desk, Matter.Matters matters, Taxonomy taxonomy, Handlings handlings, ApplicationEventPublisher events) {
        this.rows = rows;
        this.list = list;
        this.recurrence = recurrence;
        this.desk = desk;
        this.matters = matters;
        this.taxonomy = taxonomy;
        this.handlings = handlings;
        this.events = events;
    }

    /** @throws NotFound where there is none, or the actor may not read it */
    @Transactional(readOnly = true)
    public ErrorRecord one(long id, Actor by) {
        return rows.seen(id, by).orElseThrow(NotFound::new);
    }

    /** The errors of a subject that the actor may read, the latest first; empty too where the actor does not see the subject. */
    @Transactional(readOnly = true)
    public List<ErrorList.Line> of(SubjectRef subject, Actor by) {
        return list.page(ErrorList.Filter.of(subject), null, 50, by);
    }

    /** Does the actor see what an error happened to? */
    @Transactional(readOnly = true)
    public boolean sees(SubjectRef subject, Actor by) {
        return matters.seen(subject, by).isPresent();
    }

    /** What is told when an error is reported from a page. {@code step} is that of the subject now, where its business knows it. */
    public record Place(SubjectRef subject, String name, @Nullable String business, @Nullable String step) {}

    /** Empty where the actor does not see the subject. */
    @Transactional(readOnly = true)
    public Optional<Place> place(SubjectRef subject, Actor by) {
        return matters.seen(subject, by).map(m -> {
            String business = taxonomy.of(subject.kind()).map(Taxonomy.Business::code).orElse(null);
            String name = m.number() == null ? m.title() : m.number() + " " + m.title();
            return new Place(subject, name, business, business == null ? null : taxonomy.stage(business, m.step()));
        });
    }

    /** Earlier ones whose words are alike and that the actor may read. */
    @Transactional(readOnly = true)
    public List<Recurrence.Earlier> alike(ErrorRecord error, Actor by) {
        return recurrence.alike(error).stream().filter(e -> rows.seen(e.id(), by).isPresent()).toList();
    }

    /**
     * The error became a case of the casebook (入汇编), or the decision was taken back ({@code null}).
     *
     * @param reference of the case, e.g. {@code CB-2026-03}
     */
    public void inCasebook(long id, @Nullable String reference, Actor by, Instant at) {
        came(id, "casebook_ref", "casebook_at", reference, "error.in-casebook", by, at);
    }

    /**
     * The error became a rule (转规则): the rule page says of which error it was born.
     *
     * @param reference of the rule, e.g. {@code R-04}
     */
    public void becameRule(long id, @Nullable String reference, Actor by, Instant at) {
        came(id, "rule_ref", "rule_at", reference, "error.became-rule", by, at);
    }

    private void came(long id, String column, String stamp, @Nullable String reference, String what, Actor by, Instant at) {
        ErrorRecord error = rows.seen(id, by).orElseThrow(NotFound::new);
        handlings.hold(error.ref());
        Words.refuseLong(reference, column.equals("rule_ref") ? "rule" : "casebook", 60);
        String said = Words.orNull(reference);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(column, said);
        row.put(stamp, said == null ? null : at);
        rows.stamp(id, row, at);
        events.publishEvent(new ErrorChanged(error.ref(), what, by.id(), at, said == null ? Map.of() : Map.of("reference", said)));
    }

    /** As {@link #inCasebook}, for whoever holds the step. */
    public void sayLesson(long id, @Nullable String casebook, @Nullable String rule, Actor by, Instant at) {
        desk.mine(id, by, "casebook", "rule");
        ErrorRecord error = rows.one(id);
        if (!java.util.Objects.equals(Words.orNull(casebook), error.lesson().casebook())) {
            inCasebook(id, casebook, by, at);
        }
        if (!java.util.Objects.equals(Words.orNull(rule), error.lesson().rule())) {
            becameRule(id, rule, by, at);
        }
    }
}
