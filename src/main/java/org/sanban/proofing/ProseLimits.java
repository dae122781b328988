package org.sanban.proofing;

/**
 * How large a text may be that is read; an office decides.
 *
 * @param characters of the whole text
 * @param columns of one table
 * @param rows of one table
 */
public record ProseLimits(int characters, int columns, int rows) {}
