package org.sanban.errors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The restricted block of an error (涉及人员): who made it and who told it. It is read by whoever holds {@link #RIGHT}, by the head and the
 * leader in charge of the unit, and by the person (the own lines alone). Every look is a row. For everybody else it does not exist: the answer
 * is the same whether there is one or not.
 */
@Service
@Transactional
public class Restricted {

    /** The right of its own. */
    public static final String RIGHT = "error.restricted.read";

    /** How many errors name the person {@code :named}, who has not said anything yet. */
    public static final String WAITING = """
            select count(*) from error_person p join error_record e on e.id = p.error_id
             where p.person = :named and p.part = 'RESPONSIBLE' and p.withdrawn_at is null and p.heard_at is null and e.closed_at is null""";

    public enum Way {
        PAGE,
        API
    }

    public enum Ground {
        RIGHT,
        HEAD,
        IN_CHARGE,
        SELF
    }

    public enum Kind {
        COMMENT,
        APPEAL
    }

    /** @param person null once the link is cut, then {@code pseudonym} stands for it */
    public record Named(
            long id, @Nullable Long person, @Nullable String pseudonym, String part, @Nullable String role, @Nullable Integer share, @Nullable String note,
            Instant namedAt, @Nullable Instant heardAt, @Nullable String heard) {}

    public record Statement(
            long id, @Nullable Long person, @Nullable String pseudonym, String kind, String words, Instant at, @Nullable Boolean granted,
            @Nullable String answer, @Nullable Instant answeredAt) {}

    /** @param viewer 0 where the person concerned looked */
    public record Look(long viewer, String way, String ground, Instant at) {}

    /** @param looks empty for the person concerned; {@code names} of all that stand in it */
    public record Block(Ground ground, List<Named> named, List<Statement> statements, List<Look> looks, Map<Long, String> names) {}

    private final ErrorRows rows;
    private final PersonRows persons;
    private final Directory directory;
    private final Appeals appeals;
    private final ApplicationEventPublisher events;

    Restricted(ErrorRows rows, PersonRows persons, Directory directory, Appeals appeals, ApplicationEventPublisher events) {
        this.rows = rows;
        this.persons = persons;
        this.directory = directory;
        this.appeals = appeals;
        this.events = events;
    }

    /** Why this person may read it; empty for everybody else. */
    @Transactional(readOnly = true)
    public Optional<Ground> ground(ErrorRecord error, Actor by) {
        Long unit = error.found().unit();
        if (by.may(RIGHT)) {
            return Optional.of(Ground.RIGHT);
        }
        if (unit != null && by.headed().contains(unit)) {
            return Optional.of(Ground.HEAD);
        }
        if (unit != null && by.charged().contains(unit)) {
            return Optional.of(Ground.IN_CHARGE);
        }
        return persons.of(error.id()).stream().anyMatch(n -> Objects.equals(n.person(), by.id())) ? Optional.of(Ground.SELF) : Optional.empty();
    }

    /** Errors on which this person was named and has not said anything yet: asked for the own badge alone. */
    @Transactional(readOnly = true)
    public int waitingFor(long person) {
        return persons.waitingFor(person);
    }

    /** Was this person named as responsible? Asked for the own page alone. */
    @Transactional(readOnly = true)
    public boolean concerns(long id, Actor by) {
        return persons.concerns(id, by.id());
    }

    /**
     * Looks at the block; the look is noted first.
     *
     * @throws NotFound where there is no such error, the actor may not read it, or may not read its block: all alike
     */
    public Block look(long id, Way way, Actor by, Instant at) {
        ErrorRecord error = rows.seen(id, by).orElseThrow(NotFound::new);
        Ground ground = ground(error, by).orElseThrow(NotFound::new);
        boolean self = ground == Ground.SELF;
        persons.look(id, self ? 0 : by.id(), way, ground, at);
        List<Named> named = persons.of(id).stream().filter(n -> !self || Objects.equals(n.person(), by.id())).toList();
        List<Statement> statements = persons.statements(id).stream().filter(s -> !self || Objects.equals(s.person(), by.id())).toList();
        List<Look> looks = self ? List.of() : persons.looks(id);
        List<Long> ids = java.util.stream.Stream.of(
                        named.stream().map(Named::person), statements.stream().map(Statement::person), looks.stream().map(Look::viewer))
                .flatMap(s -> s).filter(Objects::nonNull).distinct().toList();
        Map<Long, String> names = directory.persons(ids).values().stream().collect(java.util.stream.Collectors.toMap(Directory.Entry::id, Directory.Entry::name));
        return new Block(ground, named, statements, looks, names);
    }

    /** Names somebody as responsible (责任人); the person is heard before the step is done. */
    public void name(long id, long person, @Nullable String role, @Nullable Integer share, @Nullable String note, Actor by, Instant at) {
        ErrorRecord error = decider(id, by);
        Directory.Entry meant = directory.person(person).filter(Directory.Entry::active).filter(Directory.Entry::business)
                .orElseThrow(() -> new Refused(Objection.of("errors.refusal.no-such-person").at("person")));
        if (share != null && (share < 0 || share > 100)) {
            throw new Refused(Objection.of("errors.refusal.share").at("share"));
        }
        Words.refuseLong(role, "role", 60);
        Words.refuseLong(note, "note", 500);
        persons.add(id, meant.id(), PersonRows.Part.RESPONSIBLE, Words.orNull(role), by.id(), at);
        persons.of(id).stream().filter(n -> Objects.equals(n.person(), person) && n.part().equals("RESPONSIBLE"))
                .forEach(n -> persons.detail(n.id(), Words.orNull(role), share, Words.orNull(note)));
        tell(error, "error.block-written", by.id(), at);
    }

    /** Takes a name back that was put there by mistake; the row stays, without effect. */
    public void withdraw(long id, long named, Actor by, Instant at) {
        ErrorRecord error = decider(id, by);
        Named who = persons.of(id).stream().filter(n -> n.id() == named && n.part().equals("RESPONSIBLE")).findFirst().orElseThrow(NotFound::new);
        Refused.unless(!Objects.equals(who.person(), by.id()), "errors.refusal.own-naming");
        persons.withdraw(named, at);
        tell(error, "error.block-written", by.id(), at);
    }

    /** Writes down what the person said when heard (听取说明). */
    public void heard(long id, long named, String words, Actor by, Instant at) {
        ErrorRecord error = decider(id, by);
        if (persons.of(id).stream().noneMatch(n -> n.id() == named)) {
            throw new NotFound();
        }
        persons.heard(named, Words.said(words, "words", 2_000), at);
        tell(error, "error.block-written", by.id(), at);
    }

    /** The person concerned says how it was, or appeals: the error goes back one step and the keeper answers. */
    public void state(long id, Kind kind, String words, Actor by, Instant at, String requestId) {
        ErrorRecord error = rows.seen(id, by).orElseThrow(NotFound::new);
        if (!persons.concerns(id, by.id())) {
            throw new NotFound();
        }
        String said = Words.said(words, "words", 2_000);
        boolean again = persons.statements(id).stream().anyMatch(s -> Objects.equals(s.person(), by.id()) && s.words().equals(said) && s.kind().equals(kind.name()));
        if (again) {
            return;
        }
        persons.state(id, by.id(), kind, said, at);
        persons.of(id).stream().filter(n -> Objects.equals(n.person(), by.id()) && n.part().equals("RESPONSIBLE") && n.heardAt() == null)
                .forEach(n -> persons.heard(n.id(), said, at));
        if (kind == Kind.APPEAL) {
            appeals.back(error, at, requestId);
        }
    }

    /** Answers an appeal, with the reason. */
    public void answer(long id, long statement, boolean granted, String words, Actor by, Instant at) {
        ErrorRecord error = decider(id, by);
        Statement appeal = persons.statement(id, statement).filter(s -> s.kind().equals("APPEAL")).orElseThrow(NotFound::new);
        Refused.unless(!Objects.equals(appeal.person(), by.id()), "errors.refusal.own-appeal");
        Refused.unless(persons.answer(statement, granted, Words.said(words, "answer", 2_000), by.id(), at), "errors.refusal.answered");
        tell(error, "error.appeal-answered", by.id(), at);
    }

    private ErrorRecord decider(long id, Actor by) {
        ErrorRecord error = rows.seen(id, by).orElseThrow(NotFound::new);
        ground(error, by).filter(g -> g != Ground.SELF).orElseThrow(NotFound::new);
        return error;
    }

    private void tell(ErrorRecord error, String what, long by, Instant at) {
        events.publishEvent(new ErrorChanged(error.ref(), what, by, at, Map.of()));
    }
}
