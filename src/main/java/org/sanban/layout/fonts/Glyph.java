package org.sanban.layout.fonts;

/**
 * The shape of one character.
 *
 * @param advance its own width, in em
 * @param top upper edge of the ink above the base line, in em
 * @param bottom lower edge of the ink above the base line, in em; negative below it
 * @param trueType the outline as a simple TrueType glyph, empty for a blank
 * @param contours number of outlines
 * @param points number of points
 * @param box ink in font units: left, bottom, right, top
 */
public record Glyph(double advance, double top, double bottom, byte[] trueType, int contours, int points, int[] box) {}
