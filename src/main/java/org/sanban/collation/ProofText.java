package org.sanban.collation;

import java.util.List;

/**
 * What a proof says, in the order in which it is read.
 *
 * @param pages how many it has; 0 where the file does not say, as with Word files
 */
public record ProofText(List<Line> lines, int pages) {

    /**
     * A line of a page, or a paragraph of a Word file.
     *
     * @param page from 1; 0 where the file does not say
     * @param no which line of the page, or of the file, from 1
     */
    public record Line(int page, int no, String text) {}

    public ProofText {
        lines = List.copyOf(lines);
    }

    /** A typed text, a paragraph a line. */
    public static ProofText typed(String text) {
        List<String> lines = text.lines().toList();
        return new ProofText(java.util.stream.IntStream.range(0, lines.size()).mapToObj(n -> new Line(0, n + 1, lines.get(n))).toList(), 0);
    }

    /** All its text, a line a line. */
    public String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }
}
