package org.sanban.errors.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;

/** The codes of an error in words of the reader's language, and what can be chosen in its forms. */
public record ErrorWords(
        Texts texts, List<Taxonomy.Business> businesses, List<Taxonomy.Stage> stages, List<Taxonomy.Kind> kinds, List<Taxonomy.Type> types,
        List<Taxonomy.Severity> severities, List<Taxonomy.Cause> causes, Map<Long, String> units) {

    static ErrorWords of(Taxonomy taxonomy, Directory directory, Texts texts) {
        return new ErrorWords(texts, taxonomy.businesses(), taxonomy.stages(), taxonomy.kinds(), taxonomy.types(), taxonomy.severities(), taxonomy.causes(),
                directory.units().stream().collect(Collectors.toMap(Directory.UnitEntry::id, Directory.UnitEntry::name)));
    }

    public String business(@Nullable String code) {
        return said(businesses, Taxonomy.Business::code, code, b -> in(b.name(), b.nameEn()));
    }

    public String stage(String business, @Nullable String code) {
        return code == null ? "–" : stages.stream().filter(s -> s.business().equals(business) && s.code().equals(code)).findFirst().map(s -> in(s.name(), s.nameEn())).orElse(code);
    }

    public String kind(@Nullable String code) {
        return said(kinds, Taxonomy.Kind::code, code, k -> k.word() + " " + in(k.name(), k.nameEn()));
    }

    /** The one character: 漏. */
    public String word(@Nullable String code) {
        return said(kinds, Taxonomy.Kind::code, code, Taxonomy.Kind::word);
    }

    public String type(@Nullable String code) {
        return said(types, Taxonomy.Type::code, code, t -> t.code() + " " + in(t.name(), t.nameEn()));
    }

    public String severity(@Nullable String code) {
        return said(severities, Taxonomy.Severity::code, code, s -> s.code() + " " + in(s.name(), s.nameEn()));
    }

    public String cause(String code) {
        return said(causes, Taxonomy.Cause::code, code, c -> in(c.name(), c.nameEn()));
    }

    public String unit(@Nullable Long id) {
        return id == null ? "–" : units.getOrDefault(id, "–");
    }

    /** How many steps lie between where it arose and where it was found; -1 where one is unknown. */
    public int distance(ErrorRecord e) {
        List<String> order = stages.stream().filter(s -> s.business().equals(e.business())).map(Taxonomy.Stage::code).toList();
        int made = order.indexOf(e.found().madeStep());
        int found = order.indexOf(e.found().step());
        return made < 0 || found < 0 ? -1 : Math.max(0, found - made);
    }

    public List<Choice> businessChoices() {
        return businesses.stream().map(b -> Choice.of(b.code(), in(b.name(), b.nameEn()))).toList();
    }

    /** Those of one business; of all, under its name, where it is not known yet. */
    public List<Choice> stageChoices(@Nullable String business) {
        return business != null
                ? stages.stream().filter(s -> s.business().equals(business)).map(s -> Choice.of(s.code(), in(s.name(), s.nameEn()))).toList()
                : stages.stream().map(s -> Choice.of(s.code(), in(s.name(), s.nameEn())).under(business(s.business()))).toList();
    }

    public List<Choice> kindChoices() {
        return kinds.stream().map(k -> Choice.of(k.code(), k.word() + " " + in(k.name(), k.nameEn()))).toList();
    }

    public List<Choice> typeChoices(@Nullable String business) {
        return types.stream().filter(t -> t.active() && (business == null || t.business().equals(business)))
                .map(t -> Choice.of(t.code(), t.code() + " " + in(t.name(), t.nameEn())).under(business(t.business()))).toList();
    }

    public List<Choice> severityChoices() {
        return severities.stream().map(s -> Choice.of(s.code(), s.code() + " " + in(s.name(), s.nameEn()), in(s.test(), s.testEn()))).toList();
    }

    public List<Choice> causeChoices() {
        return causes.stream().filter(Taxonomy.Cause::active).map(c -> Choice.of(c.code(), in(c.name(), c.nameEn()))).toList();
    }

    public List<Choice> unitChoices() {
        return units.entrySet().stream().map(u -> Choice.of(u.getKey(), u.getValue())).toList();
    }

    public String in(String zh, String en) {
        return texts.chinese() ? zh : en;
    }

    private static <T> String said(List<T> all, Function<T, String> code, @Nullable String asked, Function<T, String> says) {
        return asked == null ? "–" : all.stream().filter(one -> code.apply(one).equals(asked)).findFirst().map(says).orElse(asked);
    }
}
