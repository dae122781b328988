package org.sanban.layout;

import org.sanban.layout.fonts.FontRole;

/**
 * A font that stands in for another (字体替代), told with the file.
 *
 * @param font what was used
 * @param characters the characters concerned, in the order of their first appearance; empty where the whole role stands in it
 * @param place of the first of them
 */
public record Substitution(FontRole role, String font, String characters, Place place) {}
