package org.sanban.layout;

import java.util.List;

/**
 * One side of the paper.
 *
 * @param number 1 for the first
 * @param numbered does it show its number?
 */
public record Page(int number, boolean numbered, double width, double height, List<Run> runs, List<Stroke> strokes, List<Seal> seals) {}
