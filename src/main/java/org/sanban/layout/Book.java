package org.sanban.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Running text to be printed: a casebook, a circular, a report.
 *
 * @param subtitle under the title: number, office, day; or null
 * @param contents a table of contents with page numbers after the title
 * @param across pages lie on their side, for wide tables
 */
public record Book(String title, @Nullable String subtitle, boolean contents, boolean across, List<Part> parts) {

    /** What a book is made of, in order. */
    public sealed interface Part {}

    /** @param level 1 to 3 */
    public record Heading(int level, String text) implements Part {}

    /** A paragraph with the usual indent; a line break begins a new one. */
    public record Paragraph(String text) implements Part {}

    /** Small text without indent: a basis, a source, what a figure counts. */
    public record Note(String text) implements Part {}

    /**
     * A table; its head stands on every page.
     *
     * @param shares relative widths of the columns; empty: by what is in them
     */
    public record Table(List<String> head, List<List<String>> rows, List<Double> shares) implements Part {}

    /** How bars are filled: told apart in grey and on a poor copy. */
    public enum Hatch {
        SLANTED,
        CROSSED,
        EMPTY
    }

    /** Bars one below the other, each with its label before and its number after it. */
    public record Bars(Hatch hatch, List<Bar> bars) implements Part {}

    /** @param share of the longest, 0 to 1 */
    public record Bar(String label, double share, String number) {}

    /**
     * A line from point to point over time.
     *
     * @param from lowest value drawn, {@code to} the highest; {@code middle} is drawn across
     * @param form of the numbers on the axis, as in {@link String#format}
     */
    public record Trend(List<Point> points, double from, double to, double middle, String form) implements Part {}

    /** @param value null where there is nothing to show; {@code low} and {@code high}: limits, or null */
    public record Point(String label, @Nullable Double value, @Nullable Double low, @Nullable Double high) {

        public boolean beyond() {
            return value != null && (high != null && value > high || low != null && value < low);
        }
    }

    /** What follows begins on a new page. */
    public record NewPage() implements Part {}

    public Book(String title, @Nullable String subtitle, List<Part> parts) {
        this(title, subtitle, false, false, parts);
    }
}
