package org.sanban.layout;

/**
 * Where a seal (印章) or a signature stamp (签名章) will stand; it is not drawn in what is printed.
 *
 * @param x left edge, {@code y} upper edge, in mm
 * @param whose name of the body or title of the person
 */
public record Seal(double x, double y, double width, double height, String whose) {}
