package org.sanban.routing;

/** Characters {@code from} (inclusive) to {@code to} (exclusive) of the text of a field. */
public record Span(int from, int to) {}
