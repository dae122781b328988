package org.sanban.errors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.checking.RulePublishing;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is found out about an error while it is handled: what it is (定性), what was mended at once, why it happened. */
@Service
@Transactional
public class Understanding {

    private static final int LONGEST = 2_000;
    private static final int WHYS = 5;

    /**
     * What it is (定性).
     *
     * @param secondary further kinds that fit as well
     * @param recurrence number of an earlier error that came back; null leaves it to what is found
     */
    public record Classification(
            @Nullable String kind, @Nullable List<String> secondary, @Nullable String type, @Nullable String severity, @Nullable Instant madeAt,
            @Nullable String madeStep, @Nullable String foundStep, @Nullable Long unit, @Nullable String role, @Nullable String effect,
            @Nullable Integer recipients, @Nullable Openness openness, @Nullable String recurrence) {}

    private final ErrorRows rows;
    private final ErrorDesk desk;
    private final Taxonomy taxonomy;
    private final Recurrence recurrence;
    private final StaffNames names;
    private final SecrecyGate secrecy;
    private final Directory directory;
    private final ErrorCards cards;
    private final RulePublishing rules;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    Understanding(
            ErrorRows rows, ErrorDesk desk, Taxonomy taxonomy, Recurrence recurrence, StaffNames names, SecrecyGate secrecy, Directory directory, ErrorCards cards,
            RulePublishing rules, Handlings handlings, ApplicationEventPublisher events) {
        this.rows = rows;
        this.desk = desk;
        this.taxonomy = taxonomy;
        this.recurrence = recurrence;
        this.names = names;
        this.secrecy = secrecy;
        this.directory = directory;
        this.cards = cards;
        this.rules = rules;
        this.handlings = handlings;
        this.events = events;
    }

    /**
     * Says what it is; an earlier error of the same type, step and unit within twelve months is found by itself.
     *
     * @param version of the record as it was shown
     * @throws Stale if somebody wrote on it meanwhile
     */
    public void classify(long id, int version, Classification said, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, "verify", "classify", "responsibility");
        refuseUnknown(error, said);
        Words.refuseLong(said.role(), "role", 60);
        Words.refuseLong(said.effect(), "effect", LONGEST);
        names.refuse(new StaffNames.Field("role", said.role()), new StaffNames.Field("effect", said.effect()));
        secrecy.refuseClassified(error.ref(), by, at, SecrecyGate.Field.text("effect", said.effect()), SecrecyGate.Field.label("role", said.role()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", Words.orNull(said.kind()));
        row.put("secondary_kinds", said.secondary() == null ? List.of() : said.secondary().stream().filter(k -> k != null && !k.equals(said.kind())).distinct().toList());
        row.put("type_code", Words.orNull(said.type()));
        row.put("severity", Words.orNull(said.severity()));
        row.put("occurred_at", said.madeAt());
        row.put("introduced_step", taxonomy.stage(error.business(), said.madeStep()));
        row.put("found_step", taxonomy.stage(error.business(), said.foundStep()));
        row.put("unit", said.unit());
        row.put("responsible_role", Words.orNull(said.role()));
        row.put("effect", Words.orNull(said.effect()));
        row.put("recipients_affected", said.recipients());
        row.put("openness", Objects.requireNonNullElse(said.openness(), error.openness()));
        rows.set(id, version, row, at);
        again(rows.one(id), said.recurrence(), by, at);
        told(id, "error.classified", by, at, Map.of("kind", String.valueOf(said.kind()), "type", String.valueOf(said.type()), "severity", String.valueOf(said.severity())));
    }

    private void refuseUnknown(ErrorRecord error, Classification said) {
        List<Objection> wrong = new ArrayList<>();
        List<String> kinds = taxonomy.kinds().stream().map(Taxonomy.Kind::code).toList();
        unless(blank(said.kind()) || kinds.contains(said.kind()), "errors.refusal.unknown-word", "kind", wrong);
        unless(said.secondary() == null || kinds.containsAll(said.secondary().stream().filter(Objects::nonNull).toList()), "errors.refusal.unknown-word", "secondary", wrong);
        unless(blank(said.type()) || taxonomy.types().stream().anyMatch(t -> t.code().equals(said.type()) && t.business().equals(error.business())),
                "errors.refusal.type-of-business", "type", wrong);
        unless(blank(said.severity()) || taxonomy.severity(said.severity()).isPresent(), "errors.refusal.unknown-word", "severity", wrong);
        unless(blank(said.madeStep()) || taxonomy.stage(error.business(), said.madeStep()) != null, "errors.refusal.no-such-stage", "madeStep", wrong);
        unless(blank(said.foundStep()) || taxonomy.stage(error.business(), said.foundStep()) != null, "errors.refusal.no-such-stage", "foundStep", wrong);
        unless(said.madeAt() == null || !said.madeAt().isAfter(error.found().at()), "errors.refusal.made-after-found", "madeAt", wrong);
        unless(said.unit() == null || directory.unit(said.unit()).isPresent(), "errors.refusal.unit", "unit", wrong);
        unless(said.recipients() == null || said.recipients() >= 0 && said.recipients() <= 1_000_000, "errors.refusal.recipients", "recipients", wrong);
        unless(blank(said.recurrence()) || rows.byNumber(said.recurrence()).filter(n -> n != error.id()).isPresent(), "errors.refusal.no-such-error", "recurrence", wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** A rule that was made of the earlier error is told that it did not keep this one away. */
    private void again(ErrorRecord error, @Nullable String said, Actor by, Instant at) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (said != null && !said.isBlank()) {
            Long of = rows.byNumber(said).orElseThrow();
            row.put("recurrence_of", of);
            row.put("recurrence_by", of.equals(error.again().of()) ? error.again().by() : "SAID");
        } else {
            Recurrence.Earlier earlier = recurrence.same(error);
            row.put("recurrence_of", earlier == null ? null : earlier.id());
            row.put("recurrence_by", earlier == null ? null : "TYPE_STEP_UNIT");
        }
        rows.stamp(error.id(), row, at);
        if (row.get("recurrence_of") instanceof Long earlier) {
            rules.cameBack(ErrorKind.ref(earlier), error.ref(), error.no(), by, at);
        }
    }

    /**
     * What was mended at once (立即更正): by whoever belongs to the unit, holds a step or keeps the register, at any time before the error is
     * closed. It waits for no analysis.
     *
     * @param doneAt null for now
     */
    public void correct(long id, int version, String text, @Nullable Instant doneAt, Actor by, Instant at) {
        ErrorRecord error = rows.seen(id, by).orElseThrow(NotFound::new);
        handlings.hold(error.ref());
        Long unit = error.found().unit();
        boolean may = by.may(ErrorSight.KEEPS) || unit != null && (by.units().contains(unit) || by.headed().contains(unit))
                || desk.holds(id, by, "verify", "classify", "responsibility", "cause", "correct", "verification", "explain", "casebook", "rule");
        Refused.unless(may, "errors.refusal.not-before-you");
        Refused.unless(error.stamps().closed() == null, "errors.refusal.closed");
        String said = Words.said(text, "correction", LONGEST);
        names.refuse(new StaffNames.Field("correction", said));
        secrecy.refuseClassified(error.ref(), by, at, SecrecyGate.Field.text("correction", said));
        Instant done = Objects.requireNonNullElse(doneAt, at);
        if (done.isAfter(at)) {
            throw new Refused(Objection.of("errors.refusal.found-later").at("correctedAt"));
        }
        rows.set(id, version, values("correction", said, "corrected_at", done), at);
        told(id, "error.corrected-at-once", by, at, Map.of());
    }

    /** Why it happened (原因分析): five times why, and the conditions behind it, not only the person. */
    public void analyse(long id, int version, List<String> codes, List<String> whys, @Nullable String text, Actor by, Instant at) {
        ErrorRecord error = desk.mine(id, by, "cause");
        List<String> known = taxonomy.causes().stream().map(Taxonomy.Cause::code).toList();
        List<String> chosen = codes.stream().filter(Objects::nonNull).distinct().toList();
        if (!known.containsAll(chosen)) {
            throw new Refused(Objection.of("errors.refusal.unknown-word").at("causes"));
        }
        List<String> answers = whys.stream().filter(w -> w != null && !w.isBlank()).map(String::strip).limit(WHYS).toList();
        for (int n = 0; n < answers.size(); n++) {
            Words.refuseLong(answers.get(n), "why" + (n + 1), 500);
            names.refuse(new StaffNames.Field("why" + (n + 1), answers.get(n)));
        }
        Words.refuseLong(text, "causeText", LONGEST);
        names.refuse(new StaffNames.Field("causeText", text));
        secrecy.refuseClassified(error.ref(), by, at, SecrecyGate.Field.text("causeText", text), SecrecyGate.Field.text("why1", String.join("\n", answers)));
        rows.set(id, version, values("cause_codes", chosen, "whys", answers, "cause_text", Words.orNull(text)), at);
        told(id, "error.analysed", by, at, Map.of("causes", chosen));
    }

    private void told(long id, String what, Actor by, Instant at, Map<String, ?> detail) {
        ErrorRecord now = rows.one(id);
        handlings.describe(now.ref(), cards.of(now));
        events.publishEvent(new ErrorChanged(now.ref(), what, by.id(), at, detail));
    }

    private static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int n = 0; n < pairs.length; n += 2) {
            values.put((String) pairs[n], pairs[n + 1]);
        }
        return values;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static void unless(boolean so, String code, String field, List<Objection> wrong) {
        if (!so) {
            wrong.add(Objection.of(code).at(field));
        }
    }
}
