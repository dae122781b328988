package org.sanban.casebook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;

/** The office's words for the marks of a case, in one language. */
public record CaseWords(List<Taxonomy.Business> businesses, List<Taxonomy.Stage> stages, Map<String, Taxonomy.Kind> kinds, Map<String, Taxonomy.Severity> severities, boolean chinese) {

    public static CaseWords of(Taxonomy taxonomy, Texts texts) {
        return new CaseWords(
                taxonomy.businesses(), taxonomy.stages(),
                taxonomy.kinds().stream().collect(Collectors.toMap(Taxonomy.Kind::code, Function.identity())),
                taxonomy.severities().stream().collect(Collectors.toMap(Taxonomy.Severity::code, Function.identity())), texts.chinese());
    }

    public String business(@Nullable String code) {
        return businesses.stream().filter(b -> b.code().equals(code)).map(b -> chinese ? b.name() : b.nameEn()).findFirst().orElse("");
    }

    public String stage(String business, @Nullable String code) {
        return stages.stream().filter(s -> s.business().equals(business) && s.code().equals(code)).map(s -> chinese ? s.name() : s.nameEn()).findFirst().orElse("");
    }

    /** 漏, or the English name up to its colon. */
    public String kind(@Nullable String code) {
        Taxonomy.Kind kind = code == null ? null : kinds.get(code);
        return kind == null ? "" : chinese ? kind.word() : kind.nameEn().replaceFirst(":.*", "");
    }

    public String severity(@Nullable String code) {
        Taxonomy.Severity severity = code == null ? null : severities.get(code);
        return severity == null ? "" : chinese ? severity.name() : severity.nameEn();
    }

    /** Business, step, kind and grade, those that are known. */
    public List<String> marks(Case one) {
        return Stream.of(business(one.business()), stage(one.business(), one.stage()), kind(one.kind()), severity(one.severity())).filter(word -> !word.isEmpty()).toList();
    }

    public List<Choice> businessChoices() {
        return businesses.stream().map(b -> Choice.of(b.code(), business(b.code()))).toList();
    }

    public List<Choice> kindChoices() {
        return kinds.values().stream().sorted(java.util.Comparator.comparingInt(Taxonomy.Kind::order)).map(k -> Choice.of(k.code(), Objects.requireNonNull(kind(k.code())))).toList();
    }
}
