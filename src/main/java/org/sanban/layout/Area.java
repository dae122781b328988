package org.sanban.layout;

/**
 * The type area (版心) and its grid, in mm from the upper left corner of the sheet.
 *
 * @param cell width of a full character
 * @param pitch height of a line
 * @param size of a character of the body
 */
record Area(double left, double top, double width, double height, double cell, double pitch, double size, int slots) {

    static Area upright(Figures f) {
        int slots = f.count("type_area.lines");
        double width = f.number("type_area.width");
        double height = f.number("type_area.height");
        return new Area(
                f.number("page.left"), f.number("page.top"), width, height, width / f.number("type_area.chars"), height / slots, f.points("fonts.body.pt"), slots);
    }

    /** The same area for a page that lies on its side, its own upper left corner at nought. */
    Area across() {
        return new Area(0, 0, height, width, cell, pitch, size, (int) (width / pitch));
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** Upper edge of a slot. */
    double slot(double n) {
        return top + n * pitch;
    }

    /** Where a character of the body ends, below the upper edge of its slot. */
    double foot() {
        return (pitch + size) / 2;
    }
}
