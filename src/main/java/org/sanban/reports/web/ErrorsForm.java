package org.sanban.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.ListAddress;
import org.sanban.reports.ErrorCut;
import org.sanban.reports.ErrorFigure;
import org.sanban.reports.Span;

/** The report on errors as it stands in the address. @param from and {@code to}: months, as 2026-04; they win over the period's word */
public record ErrorsForm(
        @Nullable String period, @Nullable String from, @Nullable String to, @Nullable String business, @Nullable String subjectKind, @Nullable String kind,
        @Nullable String type, @Nullable String severity, @Nullable String introduced, @Nullable String found, @Nullable Long unit, @Nullable String urgency,
        @Nullable String source, @Nullable Integer distance, @Nullable ErrorFigure figure, @Nullable Integer after) {

    Span span(LocalDate today) {
        return Periods.of(period, from, to, "quarter", today);
    }

    public String chosenPeriod() {
        return from != null && !from.isBlank() ? "own" : Periods.chosen(period, "quarter");
    }

    ErrorCut cut() {
        return new ErrorCut(business, subjectKind, kind, type, severity, introduced, found, unit, urgency, source, distance);
    }

    /** The figure whose list is shown. */
    public ErrorFigure shown() {
        return figure == null ? ErrorFigure.ERRORS : figure;
    }

    public boolean narrowed() {
        return !cut().equals(ErrorCut.NONE) || chosenPeriod().equals("own");
    }

    /** What it is narrowed to, in words. */
    public List<String> tags(Words words) {
        List<String> tags = new ArrayList<>();
        ErrorCut cut = cut();
        tags.add(chosenPeriod().equals("own") ? from + " – " + to : words.t("reports.period." + chosenPeriod()));
        tag(tags, cut.business(), () -> words.word("business", cut.business()));
        tag(tags, cut.subjectKind(), () -> words.kind(String.valueOf(cut.subjectKind())));
        tag(tags, cut.kind(), () -> words.word("kind", cut.kind()));
        tag(tags, cut.type(), () -> words.word("type", cut.type()));
        tag(tags, cut.severity(), () -> words.word("severity", cut.severity()));
        tag(tags, cut.introduced(), () -> words.t("reports.tag.introduced", words.stage(String.valueOf(cut.business()), cut.introduced())));
        tag(tags, cut.found(), () -> words.t("reports.tag.found", words.stage(String.valueOf(cut.business()), cut.found())));
        tag(tags, cut.unit(), () -> words.unit(cut.unit() == null ? 0 : cut.unit()));
        tag(tags, cut.urgency(), () -> words.urgency(cut.urgency()));
        tag(tags, cut.source(), () -> words.source(cut.source()));
        tag(tags, cut.distance(), () -> words.t("reports.errors.distance", cut.distance()));
        return tags;
    }

    private static void tag(List<String> tags, @Nullable Object set, Supplier<String> text) {
        if (set != null) {
            tags.add(text.get());
        }
    }

    /** Without the figure. */
    public ListAddress address(String path) {
        return ListAddress.of(path).with("period", chosenPeriod().equals("own") ? null : chosenPeriod()).with("from", from).with("to", to).with("business", business)
                .with("subjectKind", subjectKind).with("kind", kind).with("type", type).with("severity", severity).with("introduced", introduced).with("found", found)
                .with("unit", unit).with("urgency", urgency).with("source", source).with("distance", distance);
    }
}
