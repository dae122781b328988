package org.sanban.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** What a file shows, read back from it: characters and lines with their places in mm from the upper left corner of the page. */
record Printed(List<Sign> signs, List<Line> lines, int pages) {

    static final double EXACT = 0.5;
    private static final double HEIGHT = 297;

    /**
     * @param x where its own width begins, {@code base} its base line
     * @param right where its own width ends
     * @param top upper edge of its ink, {@code foot} lower edge
     */
    record Sign(int page, String text, double x, double right, double base, double size, double top, double foot, boolean upwards) {

        /** Upper edge of its em box. */
        double upper() {
            return base - Drawing.BASE * size;
        }

        double lower() {
            return upper() + size;
        }

        /** Of what runs upwards, with the page on its side. */
        Sign onItsSide() {
            return new Sign(page, text, HEIGHT - base, HEIGHT - base + right - x, x, size, top, foot, false);
        }

        /**
         * On a page that is turned, its left edge downwards.
         *
         * @param wide width of the page before
         * @param level it did not stand on its side
         */
        Sign turned(double wide, boolean level) {
            return new Sign(page, text, base, base + right - x, wide - x, size, top, foot, level);
        }
    }

    record Line(int page, double x1, double y1, double x2, double y2, double width) {}

    /** The characters of a stretch, which must be there. */
    List<Sign> of(int page, String text) {
        List<Sign> there = signs.stream().filter(s -> s.page() == page).toList();
        StringBuilder all = new StringBuilder();
        there.forEach(s -> all.append(s.text()));
        int at = all.indexOf(text);
        assertThat(at).as(text + " on page " + page + " in " + all).isNotNegative();
        int from = all.codePointCount(0, at);
        return there.subList(from, from + text.codePointCount(0, text.length()));
    }

    Sign first(int page, String text) {
        return of(page, text).getFirst();
    }

    Sign last(int page, String text) {
        return of(page, text).getLast();
    }

    String text(int page) {
        StringBuilder all = new StringBuilder();
        signs.stream().filter(s -> s.page() == page).forEach(s -> all.append(s.text()));
        return all.toString();
    }

    double middle(int page, String text) {
        return (first(page, text).x() + last(page, text).right()) / 2;
    }

    void line(int page, double x1, double x2, double y, double width) {
        assertThat(lines).as("line at " + y + " on page " + page).anySatisfy(line -> {
            assertThat(line.page()).isEqualTo(page);
            assertThat(line.y1()).isCloseTo(y, within(EXACT));
            assertThat(line.x1()).isCloseTo(x1, within(EXACT));
            assertThat(line.x2()).isCloseTo(x2, within(EXACT));
            assertThat(line.width()).isCloseTo(width, within(0.02));
        });
    }

    static void at(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(EXACT));
    }
}
