package org.sanban.errors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The office's words for errors (差错分类): lines of business, stages, kinds, types, grades, causes. The office renames, adds and
 * retires; nothing is deleted, for old records keep their words.
 */
@Service
@Transactional
public class Taxonomy {

    /** @param kind of the subjects that belong to it, where they run here */
    public record Business(String code, String name, String nameEn, @Nullable String kind) {}

    /** @param order place in the course of the business; {@code outside} beyond the office */
    public record Stage(String business, String code, String name, String nameEn, int order, boolean outside) {}

    /** @param order of the tests: the first kind that fits is the main one */
    public record Kind(String code, String word, String name, String nameEn, int order) {}

    public record Type(String code, String business, String stage, String name, String nameEn, boolean active, int version) {}

    /** @param explanation NONE, OPTIONAL or REQUIRED; {@code outside} not handled here */
    public record Severity(
            String code, String name, String nameEn, String test, String testEn, boolean countsInRate, String explanation, String casebook, boolean outside,
            int version) {}

    public record Cause(String code, String name, String nameEn, boolean active, int version) {}

    /** Which list of words a page edits. */
    public enum Words {
        KIND("error_kind"),
        TYPE("error_type"),
        SEVERITY("error_severity"),
        CAUSE("error_cause");

        final String table;

        Words(String table) {
            this.table = table;
        }

        boolean retires() {
            return this == TYPE || this == CAUSE;
        }
    }

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Taxonomy(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Business> businesses() {
        return jdbc.sql("select code, name, name_en, subject_kind as kind from error_business order by ordering").query(Business.class).list();
    }

    @Transactional(readOnly = true)
    public List<Stage> stages() {
        return jdbc.sql("select business, code, name, name_en, ordering as \"order\", outside from error_stage order by business, ordering").query(Stage.class).list();
    }

    @Transactional(readOnly = true)
    public List<Kind> kinds() {
        return jdbc.sql("select code, word, name, name_en, test_order as \"order\" from error_kind order by test_order").query(Kind.class).list();
    }

    @Transactional(readOnly = true)
    public List<Type> types() {
        return jdbc.sql("select code, business, stage, name, name_en, active, version from error_type order by code").query(Type.class).list();
    }

    @Transactional(readOnly = true)
    public List<Severity> severities() {
        return jdbc.sql("select code, name, name_en, test, test_en, counts_in_rate, explanation, casebook, outside, version from error_severity order by code")
                .query(Severity.class).list();
    }

    @Transactional(readOnly = true)
    public List<Cause> causes() {
        return jdbc.sql("select code, name, name_en, active, version from error_cause order by code").query(Cause.class).list();
    }

    @Transactional(readOnly = true)
    public Optional<Severity> severity(@Nullable String code) {
        return severities().stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** The business that subjects of a kind belong to. */
    @Transactional(readOnly = true)
    public Optional<Business> of(String subjectKind) {
        return businesses().stream().filter(b -> subjectKind.equals(b.kind())).findFirst();
    }

    /** The stage of that code, or of that Chinese name; null where the business has none. */
    @Transactional(readOnly = true)
    public @Nullable String stage(String business, @Nullable String said) {
        return said == null ? null : stages().stream().filter(s -> s.business().equals(business) && (s.code().equals(said) || s.name().equals(said)))
                .map(Stage::code).findFirst().orElse(null);
    }

    /**
     * Renames a word, or retires it.
     *
     * @param active false retires a type or a cause; kinds and grades stay
     * @throws Stale if somebody changed it meanwhile
     */
    public void rename(Words words, String code, String name, String nameEn, boolean active, int version, Actor by, Instant at) {
        filled(name, "name");
        filled(nameEn, "nameEn");
        int known = jdbc.sql("select count(*) from " + words.table + " where code = ?").param(code).query(Integer.class).single();
        if (known == 0) {
            throw new NotFound();
        }
        Refused.unless(active || words.retires(), "errors.refusal.word-stays");
        int changed = words.retires()
                ? jdbc.sql("update " + words.table + " set name = ?, name_en = ?, active = ?, version = version + 1 where code = ? and version = ?")
                        .params(name.strip(), nameEn.strip(), active, code, version).update()
                : jdbc.sql("update " + words.table + " set name = ?, name_en = ?, version = version + 1 where code = ? and version = ?")
                        .params(name.strip(), nameEn.strip(), code, version).update();
        if (changed == 0) {
            throw new Stale();
        }
        tell("error.taxonomy-renamed", code, by, at);
    }

    /** Adds a type (差错类型) at a stage. */
    public void addType(String code, String business, String stage, String name, String nameEn, Actor by, Instant at) {
        filled(name, "name");
        filled(nameEn, "nameEn");
        if (!code.matches("E-[A-Z]{2}-\\d{2}")) {
            throw new Refused(Objection.of("errors.refusal.type-code").at("code"));
        }
        if (stages().stream().noneMatch(s -> s.business().equals(business) && s.code().equals(stage))) {
            throw new Refused(Objection.of("errors.refusal.no-such-stage").at("stage"));
        }
        int added = jdbc.sql("insert into error_type (code, business, stage, name, name_en) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(code, business, stage, name.strip(), nameEn.strip()).update();
        if (added == 0) {
            throw new Refused(Objection.of("errors.refusal.type-known", code).at("code"));
        }
        tell("error.taxonomy-added", code, by, at);
    }

    private void tell(String what, String code, Actor by, Instant at) {
        events.publishEvent(new ErrorChanged(new SubjectRef("error-taxonomy", 0), what, by.id(), at, Map.of("code", code)));
    }

    private static void filled(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new Refused(Objection.of("errors.refusal.empty").at(field));
        }
    }
}
