package org.sanban.reports.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.ListAddress;
import org.sanban.reports.Cut;
import org.sanban.reports.Fact;
import org.sanban.reports.Measure;
import org.sanban.reports.Span;

/** The report on time as it stands in the address. */
public record TimeForm(
        @Nullable String period, @Nullable String from, @Nullable String to, @Nullable String kind, @Nullable String step, @Nullable Long unit, @Nullable String urgency,
        @Nullable Measure measure, @Nullable String after) {

    Span span(LocalDate today) {
        return Periods.of(period, from, to, "last-month", today);
    }

    public String chosenPeriod() {
        return from != null && !from.isBlank() ? "own" : Periods.chosen(period, "last-month");
    }

    Cut cut() {
        return new Cut(kind, step, unit, urgency);
    }

    /** The measure whose list is shown. */
    public Measure shown() {
        return measure == null ? Measure.MISSED : measure;
    }

    public boolean narrowed() {
        return !cut().equals(Cut.NONE) || chosenPeriod().equals("own");
    }

    /** What it is narrowed to, in words. */
    public List<String> tags(Words words) {
        List<String> tags = new ArrayList<>();
        Cut cut = cut();
        tags.add(chosenPeriod().equals("own") ? from + " – " + to : words.t("reports.period." + chosenPeriod()));
        if (cut.kind() != null) {
            tags.add(words.kind(cut.kind()));
        }
        if (cut.kind() != null && cut.step() != null && shown().fact() == Fact.STEP) {
            tags.add(words.step(cut.kind(), cut.step()));
        }
        if (cut.unit() != null) {
            tags.add(words.unit(cut.unit()));
        }
        if (cut.urgency() != null) {
            tags.add(words.urgency(cut.urgency()));
        }
        return tags;
    }

    /** Without the measure. */
    public ListAddress address(String path) {
        return ListAddress.of(path).with("period", chosenPeriod().equals("own") ? null : chosenPeriod()).with("from", from).with("to", to).with("kind", kind).with("step", step)
                .with("unit", unit).with("urgency", urgency);
    }
}
