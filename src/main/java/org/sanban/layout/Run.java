package org.sanban.layout;

import org.sanban.layout.fonts.Typeface;

/**
 * A stretch of text in one font on one line.
 *
 * @param x left edge of its first character's own width, in mm from the left edge of the sheet
 * @param y base line, in mm from the upper edge of the sheet
 * @param size of the font in mm
 * @param steps from each character (code point) to the next, in mm; one less than characters
 * @param upwards it runs from the bottom to the top of the sheet, for what lies across: {@code x} is then the base line and
 *     {@code y} where the first character begins
 */
public record Run(double x, double y, double size, Ink ink, Typeface face, String text, double[] steps, Place place, boolean upwards) {}
