package org.sanban.layout;

/**
 * Where something stands in the paper that was given in, so that what is printed can be led back to what was written.
 *
 * @param element e.g. {@code title}, {@code body}, {@code annex-1}
 * @param at in chars from the beginning of the element
 */
public record Place(String element, int at) {}
