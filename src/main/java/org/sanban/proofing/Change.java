package org.sanban.proofing;

/**
 * One change between two texts (一处改动).
 *
 * @param from where it begins in the old text, in chars of the whole text
 * @param to where it ends there, exclusive; equal to {@code from} when something was only added
 * @param newFrom where it begins in the new text
 * @param newTo where it ends there, exclusive
 * @param was the old words, empty when something was only added
 * @param is the new words, empty when something was only taken out
 * @param kind first choice for the person who decides
 * @param substantive touches a figure, a date, an amount, the name of a body or a negation, or is long (实质性修改); a first choice, too
 * @param moved the same paragraph stands elsewhere in the other text; such changes come in pairs
 */
public record Change(
        int from, int to, int newFrom, int newTo, String was, String is, Guess kind, boolean substantive, boolean moved) {}
