package org.sanban.proofing;

/**
 * A paragraph of a text and what its beginning says about it.
 *
 * @param from where it begins in the text, in chars
 * @param to where it ends, before the line break
 * @param mark its numbering mark as written (序数), empty for plain text
 * @param number the number in the mark, 0 for plain text
 * @param headingTo where its heading (小标题) ends, the mark included; {@code from} where it has none
 * @param tableRow is it a row of a table?
 */
public record Paragraph(int from, int to, Level level, String mark, int number, int headingTo, boolean tableRow) {

    public String in(String text) {
        return text.substring(from, to);
    }

    /** The heading with its mark, empty if there is none. */
    public String heading(String text) {
        return text.substring(from, headingTo);
    }
}
