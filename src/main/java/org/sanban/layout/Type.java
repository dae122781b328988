package org.sanban.layout;

import org.sanban.layout.fonts.FontRole;

/**
 * How text is set.
 *
 * @param size of the font in mm
 * @param cell width of a full character in mm, one of Latin script half of it
 */
record Type(FontRole role, double size, double cell, Ink ink) {

    /** Without a grid: characters stand as close as they are wide. */
    static Type plain(FontRole role, double points) {
        double size = points * Figures.POINT;
        return new Type(role, size, size, Ink.BLACK);
    }

    Type in(FontRole other) {
        return new Type(other, size, cell, ink);
    }

    Type red() {
        return new Type(role, size, cell, Ink.RED);
    }
}
