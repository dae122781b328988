package org.sanban.layout;

/** A straight line: ends and width in mm from the upper left corner of the sheet. */
public record Stroke(double x1, double y1, double x2, double y2, double width, Ink ink) {}
