package org.sanban.casebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Errors;
import org.sanban.errors.StaffNames;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing cases: begun from an error, edited, published as an edition that never changes, taken out with a reason. */
@Service
@Transactional
public class Cases {

    private final CaseRows rows;
    private final Errors errors;
    private final Taxonomy taxonomy;
    private final StaffNames names;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;
    private final Period review;

    Cases(
            CaseRows rows, Errors errors, Taxonomy taxonomy, StaffNames names, ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone,
            @Value("${sanban.casebook.review-after:3y}") String review) {
        this.rows = rows;
        this.errors = errors;
        this.taxonomy = taxonomy;
        this.names = names;
        this.events = events;
        this.zone = zone;
        this.review = Period.parse("P" + review.toUpperCase(Locale.ROOT));
    }

    /**
     * Begins the case of an error, filled with what the record says; the one there is where somebody began it before.
     *
     * @throws NotFound where the actor may not read the error
     * @throws Refused while nobody has said what kind of error it is
     */
    public Case begin(long errorId, Actor by, Instant at) {
        ErrorRecord error = errors.one(errorId, by);
        Optional<Case> before = rows.ofError(errorId);
        if (before.isPresent()) {
            return before.get();
        }
        Refused.unless(error.stamps().classified() != null, "casebook.refusal.not-classified", error.no());
        long id = rows.insert(rows.number(LocalDate.ofInstant(at, zone).getYear()), error, told(error), at);
        Case begun = rows.drafted(id).orElseThrow();
        tell(begun, "casebook.begun", by, at, Map.of("ref", begun.ref(), "error", error.no()));
        return begun;
    }

    /** What the record already knows, as the beginning of a text. Who it was does not stand in the record, so it cannot come along. */
    private CaseText told(ErrorRecord error) {
        String type = taxonomy.types().stream().filter(t -> t.code().equals(error.nature().type())).map(Taxonomy.Type::name).findFirst().orElse("");
        String found = error.found().step() == null ? "" : taxonomy.stages().stream()
                .filter(s -> s.business().equals(error.business()) && s.code().equals(error.found().step())).map(Taxonomy.Stage::name).findFirst().orElse("");
        return new CaseText(
                type, error.description(), found, text(error.effect()), text(error.shouldBe()), text(error.cause().text()), text(error.correction().text()),
                error.lesson().rule() == null ? List.of() : List.of(error.lesson().rule()), List.of(),
                error.span() == null ? "" : text(error.span().quote()), text(error.shouldBe()));
    }

    /**
     * Writes the draft; what is published stays as it is until the next edition.
     *
     * @throws Stale if somebody else wrote since {@code version}
     */
    public Case edit(long id, CaseText text, int version, Actor by, Instant at) {
        Case old = rows.lock(id).orElseThrow(NotFound::new);
        Refused.unless(old.state() != Case.State.REMOVED, "casebook.refusal.removed", old.ref());
        refuseLong(text);
        if (!rows.write(id, text, version)) {
            throw new Stale();
        }
        tell(old, "casebook.edited", by, at, Map.of("ref", old.ref()));
        return rows.drafted(id).orElseThrow();
    }

    /**
     * Publishes the draft as the next edition (入汇编) and tells the register.
     *
     * @throws Refused with everything that is missing, or where the name of a member of the office stands in it
     */
    public Case publish(long id, int version, Actor by, Instant at) {
        Case one = rows.lock(id).orElseThrow(NotFound::new);
        if (one.version() != version) {
            throw new Stale();
        }
        Refused.unless(one.state() != Case.State.REMOVED, "casebook.refusal.removed", one.ref());
        List<Objection> gaps = new ArrayList<>(one.text().gaps());
        if (!gaps.isEmpty()) {
            throw new Refused(gaps);
        }
        names.refuse(one.text().fields().stream().map(f -> new StaffNames.Field(f.name(), f.text())).toArray(StaffNames.Field[]::new));
        ErrorRecord error = errors.one(one.error(), by);
        int edition = rows.publish(one, error, LocalDate.ofInstant(at, zone).plus(review), by.id(), at);
        if (!one.ref().equals(error.lesson().casebook())) {
            errors.inCasebook(error.id(), one.ref(), by, at);
        }
        tell(one, "casebook.published", by, at, Map.of("ref", one.ref(), "edition", edition));
        return rows.published(id).orElseThrow();
    }

    /** Takes a case out of the casebook; its volumes and the register keep it. */
    public void remove(long id, String reason, Actor by, Instant at) {
        Case one = rows.lock(id).orElseThrow(NotFound::new);
        Refused.unless(one.state() == Case.State.PUBLISHED, "casebook.refusal.not-published", one.ref());
        String said = reason.strip();
        if (said.isEmpty()) {
            throw new Refused(Objection.of("workflow.refusal.reason-missing").at("reason"));
        }
        rows.remove(id, said, at);
        tell(one, "casebook.removed", by, at, Map.of("ref", one.ref(), "reason", said));
    }

    /** Somebody looked after years, and it still teaches (复核保留). */
    public void keep(long id, Actor by, Instant at) {
        Case one = rows.lock(id).orElseThrow(NotFound::new);
        Refused.unless(one.state() == Case.State.PUBLISHED, "casebook.refusal.not-published", one.ref());
        rows.keep(id, LocalDate.ofInstant(at, zone).plus(review));
        tell(one, "casebook.kept", by, at, Map.of("ref", one.ref()));
    }

    /** For its writers: the draft. */
    @Transactional(readOnly = true)
    public Case drafted(long id) {
        return rows.drafted(id).orElseThrow(NotFound::new);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void refuseLong(CaseText text) {
        List<Objection> wrong = Stream.concat(
                        text.fields().stream().filter(f -> f.text().length() > CaseText.LONGEST)
                                .map(f -> Objection.of("workflow.refusal.too-long", f.text().length(), CaseText.LONGEST).at(f.name())),
                        text.title().length() > 100 ? Stream.of(Objection.of("workflow.refusal.too-long", text.title().length(), 100).at("title")) : Stream.of())
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private void tell(Case one, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new CasebookChanged(one.subject(), what, by.id(), at, detail));
    }
}
