package org.sanban.reports.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Choice;
import org.sanban.pages.Shell;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.sanban.reports.Range;
import org.sanban.reports.Span;
import org.sanban.reports.Vocabulary;
import org.sanban.workflow.Step;

/** How a report says things, in one language: names from the office, numbers with their ranges, lengths of time. */
public record Words(Texts texts, Names names, Map<String, Vocabulary.Word> vocabulary) {

    private static final int HOUR = 60;
    private static final int WORKDAY = 7 * HOUR;

    static Words of(Shell shell, Directory directory, Map<String, Step.Name> steps, Map<String, Vocabulary.Word> vocabulary) {
        return new Words(shell.texts(), new Names(directory, steps, shell), vocabulary);
    }

    public String t(String key, Object... args) {
        return texts.of(key, args);
    }

    /** A word of the taxonomy; the code itself where the office has taken it away. */
    public String word(String what, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return t("reports.unnamed");
        }
        Vocabulary.Word word = vocabulary.get(what + "/" + code);
        return word == null ? code : word.in(texts.chinese());
    }

    public String stage(String business, @Nullable String code) {
        return code == null ? t("reports.unnamed") : word("stage", business + "/" + code).replace(business + "/", "");
    }

    public String unit(long id) {
        return names.unit(id);
    }

    public String step(String kind, String step) {
        return step.isEmpty() ? "" : names.step(kind + "/" + step);
    }

    public String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** 0.42 (0.29–0.60) */
    public String rate(@Nullable Range range) {
        return range == null ? "–" : String.format(Locale.ROOT, "%.2f", range.value());
    }

    public String rateRange(@Nullable Range range) {
        return range == null ? "" : String.format(Locale.ROOT, "%.2f–%.2f", range.low(), range.high());
    }

    public String share(@Nullable Range range) {
        return range == null ? "–" : String.format(Locale.ROOT, range.value() > 0 && range.value() < 10 || range.value() > 99 && range.value() < 100 ? "%.1f%%" : "%.0f%%", range.value());
    }

    public String shareRange(@Nullable Range range) {
        return range == null ? "" : String.format(Locale.ROOT, "%.0f–%.0f%%", Math.floor(range.low()), Math.ceil(range.high()));
    }

    public String percent(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%+.0f%%", value);
    }

    /** Working time: minutes, hours, days of seven hours. */
    public String working(int minutes) {
        return minutes < 2 * HOUR ? t("reports.span.minutes", minutes) : minutes < 2 * WORKDAY ? t("reports.span.hours", tenth(minutes, HOUR)) : t("reports.span.workdays", tenth(minutes, WORKDAY));
    }

    /** Natural time: minutes, hours, days. */
    public String natural(int minutes) {
        return minutes < 2 * HOUR ? t("reports.span.minutes", minutes) : minutes < 48 * HOUR ? t("reports.span.hours", tenth(minutes, HOUR)) : t("reports.span.days", tenth(minutes, 24 * HOUR));
    }

    private static String tenth(int minutes, int unit) {
        String text = String.format(Locale.ROOT, "%.1f", (double) minutes / unit);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    public String span(Span span) {
        return span.length() == 1 ? month(span.from()) : t("reports.span.from-to", month(span.from()), month(span.last()));
    }

    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern(t("reports.month-format"), texts.locale()).format(day);
    }

    /** What a filter offers of the taxonomy. */
    public List<Choice> choices(String what) {
        return vocabulary.values().stream().filter(word -> word.what().equals(what)).map(word -> Choice.of(word.code(), word.in(texts.chinese()))).toList();
    }

    public List<Choice> urgencies() {
        return Stream.of("NORMAL", "FAST", "URGENT", "TOP").map(code -> Choice.of(code, t("ui.urgency." + code))).toList();
    }

    /** A kind that the house does not have is called after its business, or by its code. */
    public String kind(String kind) {
        return known("kind." + kind, vocabulary.values().stream().filter(word -> kind.equals(word.subjectKind())).map(word -> word.in(texts.chinese())).findFirst().orElse(kind));
    }

    /** What came from an address and may be anything is shown as it is. */
    public String urgency(@Nullable String code) {
        return known("ui.urgency." + code, code);
    }

    public String source(@Nullable String code) {
        return known("reports.source." + code, code);
    }

    private String known(String key, @Nullable String otherwise) {
        String text = t(key);
        return text.startsWith("[") ? String.valueOf(otherwise) : text;
    }
}
