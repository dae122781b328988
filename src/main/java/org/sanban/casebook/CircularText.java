package org.sanban.casebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.Tally;
import org.sanban.pages.Texts;

/**
 * Writes the body of a circular on errors (差错通报, domain.md §7.6) from its figures: what was, improvements first, cases without names,
 * what came back, what was changed, what is asked for, and the table. A draft to be edited: every sentence in it is a fact that was counted.
 */
final class CircularText {

    private static final int SHOWN = 3;

    private final CircularFigures figures;
    private final List<Case> cases;
    private final CaseWords words;
    private final Map<String, String> types;
    private final Texts texts;
    private final List<String> lines = new ArrayList<>();
    private int section;

    private CircularText(CircularFigures figures, List<Case> cases, CaseWords words, Map<String, String> types, Texts texts) {
        this.figures = figures;
        this.cases = cases;
        this.words = words;
        this.types = types;
        this.texts = texts;
    }

    /** @param types names by code; @param texts Chinese, as the paper is */
    static String of(LocalDate from, LocalDate until, CircularFigures figures, List<Case> cases, CaseWords words, Map<String, String> types, Texts texts) {
        CircularText text = new CircularText(figures, cases, words, types, texts);
        text.opening(period(from, until, texts));
        text.state();
        text.improved();
        text.cases();
        text.cameBack();
        text.changed();
        text.add("casebook.circular.section-asked", text.t("casebook.circular.asked"));
        text.table();
        return String.join("\n", text.lines);
    }

    /** 2026年第三季度, 2026年上半年, 2026年, 2026年9月, or from day to day. */
    static String period(LocalDate from, LocalDate until, Texts texts) {
        boolean whole = from.getDayOfMonth() == 1 && until.equals(until.withDayOfMonth(until.lengthOfMonth())) && from.getYear() == until.getYear();
        int months = until.getMonthValue() - from.getMonthValue() + 1;
        String year = String.valueOf(from.getYear());
        if (whole && months == 12) {
            return texts.of("casebook.period.year", year);
        }
        if (whole && months == 6 && from.getMonthValue() % 6 == 1) {
            return texts.of("casebook.period.half-" + (from.getMonthValue() == 1 ? 1 : 2), year);
        }
        if (whole && months == 3 && from.getMonthValue() % 3 == 1) {
            return texts.of("casebook.period.quarter-" + (from.getMonthValue() + 2) / 3, year);
        }
        return whole && months == 1 ? texts.of("casebook.period.month", year, String.valueOf(from.getMonthValue()))
                : texts.of("casebook.period.days", texts.day(from), texts.day(until));
    }

    private void opening(String period) {
        CircularFigures.Period now = figures.now();
        lines.add(t("casebook.circular.opening", period, n(now.items()), n(now.errors())) + (now.rate() == null ? "" : t("casebook.circular.rate", rate(now)) + (now.unrated() == 0 ? "" : t("casebook.circular.unrated", n(now.unrated()))))
                + compared() + t("casebook.circular.near", n(now.nearMisses()))
                + (now.selfFound() == null ? "" : t("casebook.circular.self", n(now.selfFound()))) + t("casebook.circular.told"));
    }

    private String compared() {
        return against("before", figures.before()) + against("year-ago", figures.yearAgo());
    }

    /** A period in which nothing was handled here is not compared with. */
    private String against(String which, CircularFigures.Period other) {
        BigDecimal then = other.rate();
        BigDecimal now = figures.now().rate();
        if (then == null || now == null) {
            return "";
        }
        int sign = now.compareTo(then);
        String way = sign < 0 ? "less" : sign > 0 ? "more" : "same";
        return t("casebook.circular." + which + "-" + way, now.subtract(then).abs().toPlainString());
    }

    private void state() {
        CircularFigures.Period now = figures.now();
        if (now.errors() == 0) {
            add("casebook.circular.section-state", t("casebook.circular.none"));
            return;
        }
        String last = t("casebook.circular.grave-none");
        int grave = now.groups().stream().filter(g -> "S3".equals(g.severity()) || "S4".equals(g.severity())).mapToInt(Tally.Group::count).sum();
        add("casebook.circular.section-state",
                t("casebook.circular.by-business", said(now.by(Tally.Group::business), words::business))
                        + t("casebook.circular.by-kind", said(now.by(Tally.Group::kind), words::kind))
                        + t("casebook.circular.by-stage", said(now.by(g -> g.stage() == null ? null : g.business() + " " + g.stage()), this::place))
                        + t("casebook.circular.by-severity", said(now.by(Tally.Group::severity), words::severity)) + (grave == 0 ? last : t("casebook.circular.grave", n(grave))));
    }

    private void improved() {
        List<CircularFigures.Change> fewer = figures.fewer();
        if (!fewer.isEmpty()) {
            add("casebook.circular.section-improved", fewer.stream().limit(SHOWN)
                    .map(c -> t("casebook.circular.fewer", type(c.type()), n(c.before()), n(c.now()))).collect(Collectors.joining("；")) + "。");
        }
    }

    private void cases() {
        if (!cases.isEmpty()) {
            add("casebook.circular.section-cases", "");
            int n = 1;
            for (Case one : cases.stream().limit(SHOWN).toList()) {
                lines.add("（" + t("casebook.ordinal." + n++) + "）" + one.text().title() + "。" + flat(one.text().happened()) + t("casebook.circular.right", flat(one.text().right())));
            }
        }
    }

    private void cameBack() {
        Map<String, Integer> again = figures.now().again();
        if (!again.isEmpty()) {
            add("casebook.circular.section-again", t("casebook.circular.again", said(again, this::type)));
        }
    }

    private void changed() {
        List<String> changes = cases.stream().map(c -> flat(c.text().changed())).filter(c -> !c.isEmpty()).distinct().toList();
        if (!changes.isEmpty()) {
            add("casebook.circular.section-changed", String.join("", changes));
        }
    }

    private void table() {
        lines.add("");
        lines.add(t("casebook.circular.table"));
        row("", t("casebook.circular.column-now"), t("casebook.circular.column-before"), t("casebook.circular.column-year-ago"));
        row(t("casebook.circular.row-items"), p -> n(p.items()));
        row(t("casebook.circular.row-errors"), p -> n(p.errors()));
        row(t("casebook.circular.row-rate"), CircularText::rate);
        row(t("casebook.circular.row-near"), p -> n(p.nearMisses()));
        for (String kind : figures.now().by(Tally.Group::kind).keySet()) {
            row(t("casebook.circular.row-kind", words.kind(kind)), p -> n(p.by(Tally.Group::kind).getOrDefault(kind, 0)));
        }
        for (String business : figures.now().by(Tally.Group::business).keySet()) {
            row(words.business(business), p -> n(p.by(Tally.Group::business).getOrDefault(business, 0)));
        }
    }

    private void row(String name, Function<CircularFigures.Period, String> cell) {
        row(name, cell.apply(figures.now()), cell.apply(figures.before()), cell.apply(figures.yearAgo()));
    }

    private void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    private void add(String heading, String text) {
        lines.add(t("casebook.ordinal." + ++section) + "、" + t(heading) + (text.isEmpty() ? "" : "。" + text));
    }

    private String said(Map<String, Integer> sums, Function<String, String> name) {
        return sums.entrySet().stream().map(e -> t("casebook.circular.count", name.apply(e.getKey()), n(e.getValue()))).collect(Collectors.joining("、"));
    }

    private String place(String both) {
        String[] parts = both.split(" ");
        return words.stage(parts[0], parts[1]);
    }

    private String type(String code) {
        return Objects.requireNonNullElse(types.get(code), code);
    }

    private static String rate(CircularFigures.Period period) {
        BigDecimal rate = period.rate();
        return rate == null ? "—" : rate.toPlainString();
    }

    private static String n(@Nullable Integer number) {
        return String.valueOf(number);
    }

    private static String flat(String text) {
        return text.replace("\n", "");
    }

    private String t(String key, Object... args) {
        return texts.of(key, args);
    }
}
