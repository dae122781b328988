package org.sanban.layout;

import java.util.List;

/** What stands in the slots of the grid, one below the other: what the pages are made of, and what a DOCX is written from. */
sealed interface Piece {

    /** Empty slots. */
    record Blank(int slots) implements Piece {}

    /**
     * A paragraph that is broken into lines.
     *
     * @param first indent of its first line in mm, {@code rest} of the others, {@code right} from the right edge
     * @param body it is text of the body, which must begin on the first page
     * @param names it is a list of names, none of which is broken
     */
    record Flow(List<Letter> letters, double first, double rest, double right, boolean body, boolean names) implements Piece {

        /** @param width of the type area in mm */
        List<List<Letter>> lines(double width) {
            return Lines.of(letters, width - right - first, width - right - rest, names);
        }
    }

    /** Lines that were broken by a rule of their own and stand in the middle. */
    record Middle(List<List<Letter>> lines) implements Piece {}

    /** One line whose stretches stand at given places. */
    record Fixed(List<Stretch> stretches) implements Piece {}

    /** @param x from the left edge of the type area in mm */
    record Stretch(double x, List<Letter> letters) {}

    /** A table, a line of text a slot. */
    record Ruled(Cells cells) implements Piece {}
}
