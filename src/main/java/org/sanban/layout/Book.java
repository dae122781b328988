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

    /** What follows begins on a new page. */
    public record NewPage() implements Part {}

    public Book(String title, @Nullable String subtitle, List<Part> parts) {
        this(title, subtitle, false, false, parts);
    }
}
