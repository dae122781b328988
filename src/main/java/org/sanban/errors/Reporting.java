package org.sanban.errors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Reporting an error (报告差错): by anyone, on anyone's work or the own, in one sentence. The register begins the handling itself, so that
 * neither the course of the error nor the trail tells who told it; that stands in the restricted block.
 */
@Service
public class Reporting {

    private static final int LONGEST = 2_000;
    private static final int QUOTE = 100;

    private final ErrorRows rows;
    private final PersonRows persons;
    private final Matter.Matters matters;
    private final Taxonomy taxonomy;
    private final StaffNames names;
    private final SecrecyGate secrecy;
    private final ErrorCards cards;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final ZoneId zone;

    Reporting(
            ErrorRows rows, PersonRows persons, Matter.Matters matters, Taxonomy taxonomy, StaffNames names, SecrecyGate secrecy, ErrorCards cards, Handlings handlings,
            ApplicationEventPublisher events, MessageSource messages, @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.persons = persons;
        this.matters = matters;
        this.taxonomy = taxonomy;
        this.names = names;
        this.secrecy = secrecy;
        this.cards = cards;
        this.handlings = handlings;
        this.events = events;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Registers an error and lays it before the keeper of the register. The same request again answers the error made the first time.
     *
     * @return its id
     * @throws Refused beside the field: nothing said, a time to come, a subject that the actor does not see, the name of a member of staff
     */
    @Transactional
    public long report(Report told, Actor by, Instant at, String requestId) {
        Optional<Long> before = rows.byRequest(requestId);
        if (before.isPresent()) {
            return before.get();
        }
        Matter matter = matter(told, by);
        String business = business(told, matter);
        refuseWrong(told, business, by, at);
        long id = rows.add(columns(told, matter, business, at, requestId));
        persons.add(id, by.id(), told.self() ? PersonRows.Part.RESPONSIBLE : PersonRows.Part.REPORTER, null, 0, at);
        if (told.self()) {
            persons.add(id, by.id(), PersonRows.Part.REPORTER, null, 0, at);
        }
        ErrorRecord made = rows.one(id);
        withoutTrace(() -> {
            events.publishEvent(new ErrorChanged(made.ref(), "error.reported", 0, at, Map.of("no", made.no())));
            handlings.start(made.ref(), ErrorKind.PROCEDURE, cards.of(made), List.of(), Actor.SYSTEM, at, requestId);
        });
        return id;
    }

    private @Nullable Matter matter(Report told, Actor by) {
        return told.subject() == null ? null
                : matters.seen(told.subject(), by).orElseThrow(() -> new Refused(Objection.of("errors.refusal.no-such-matter").at("subject")));
    }

    private String business(Report told, @Nullable Matter matter) {
        String business = Optional.ofNullable(matter).flatMap(m -> taxonomy.of(m.subject().kind())).map(Taxonomy.Business::code).orElse(told.business());
        return Optional.ofNullable(business).filter(b -> taxonomy.businesses().stream().anyMatch(known -> known.code().equals(b)))
                .orElseThrow(() -> new Refused(Objection.of("errors.refusal.business").at("business")));
    }

    private void refuseWrong(Report told, String business, Actor by, Instant at) {
        if (told.description() == null || told.description().isBlank()) {
            throw new Refused(Objection.of("errors.refusal.description").at("description"));
        }
        Words.refuseLong(told.description(), "description", LONGEST);
        Words.refuseLong(told.shouldBe(), "shouldBe", LONGEST);
        Words.refuseLong(told.effect(), "effect", LONGEST);
        Words.refuseLong(told.correction(), "correction", LONGEST);
        Words.refuseLong(told.words(), "words", 200);
        Instant found = Objects.requireNonNullElse(told.foundAt(), at);
        refuse(found.isAfter(at), "errors.refusal.found-later", "foundAt");
        refuse(told.madeAt() != null && told.madeAt().isAfter(found), "errors.refusal.made-after-found", "madeAt");
        refuse(told.foundStep() != null && taxonomy.stage(business, told.foundStep()) == null, "errors.refusal.no-such-stage", "foundStep");
        refuse(told.madeStep() != null && taxonomy.stage(business, told.madeStep()) == null, "errors.refusal.no-such-stage", "madeStep");
        refuse(told.span() != null && told.span().quote() != null && told.span().quote().length() > QUOTE, "errors.refusal.quote-long", "quote");
        refuse((told.correction() == null) != (told.correctedAt() == null), "errors.refusal.correction-whole", "correction");
        names.refuse(new StaffNames.Field("description", told.description()), new StaffNames.Field("shouldBe", told.shouldBe()),
                new StaffNames.Field("effect", told.effect()), new StaffNames.Field("words", told.words()), new StaffNames.Field("correction", told.correction()));
        secrecy.refuseClassified(ErrorKind.ref(0), by, at,
                SecrecyGate.Field.text("description", told.description()), SecrecyGate.Field.text("shouldBe", told.shouldBe()),
                SecrecyGate.Field.text("effect", told.effect()), SecrecyGate.Field.label("words", told.words()),
                SecrecyGate.Field.text("quote", told.span() == null ? null : told.span().quote()));
    }

    private static void refuse(boolean wrong, String code, String field) {
        if (wrong) {
            throw new Refused(Objection.of(code).at(field));
        }
    }

    private Map<String, Object> columns(Report told, @Nullable Matter matter, String business, Instant at, String requestId) {
        int year = LocalDate.ofInstant(at, zone).getYear();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", messages.getMessage("errors.number", new Object[] {String.valueOf(year), "%03d".formatted(rows.nextNumber(year))}, Locale.SIMPLIFIED_CHINESE));
        row.put("request_id", requestId);
        row.put("business", business);
        row.put("subject_kind", matter == null ? null : matter.subject().kind());
        row.put("subject_id", matter == null ? null : matter.subject().id());
        row.put("subject_words", Words.orNull(told.words()));
        row.put("subject_urgency", matter == null ? null : matter.urgency());
        row.put("subject_type", matter == null ? null : matter.type());
        row.put("source", told.source());
        row.put("reported_at", at);
        row.put("found_at", Objects.requireNonNullElse(told.foundAt(), at));
        row.put("found_step", taxonomy.stage(business, told.foundStep()));
        row.put("occurred_at", told.madeAt());
        row.put("introduced_step", taxonomy.stage(business, told.madeStep()));
        row.put("unit", told.unit() != null ? told.unit() : matter == null ? null : matter.unit());
        row.put("kind", Words.orNull(told.kind()));
        row.put("type_code", Words.orNull(told.type()));
        row.put("severity", Words.orNull(told.severity()));
        row.put("description", told.description().strip());
        row.put("should_be", Words.orNull(told.shouldBe()));
        row.put("effect", Words.orNull(told.effect()));
        row.put("correction", Words.orNull(told.correction()));
        row.put("corrected_at", told.correctedAt());
        if (told.span() != null) {
            row.put("span_element", Words.orNull(told.span().element()));
            row.put("span_from", told.span().from());
            row.put("span_to", told.span().to());
            row.put("quote", Words.orNull(told.span().quote()));
        }
        row.put("confidentiality", (matter == null ? Clearance.NONE : matter.confidentiality()).ordinal());
        row.put("updated_at", at);
        return row;
    }

    /** The trail notes the address of a request; here it would name the teller as surely as a name. */
    static void withoutTrace(Runnable work) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        RequestContextHolder.resetRequestAttributes();
        try {
            work.run();
        } finally {
            RequestContextHolder.setRequestAttributes(request);
        }
    }
}
