package org.sanban.proofing;

/**
 * How large a Word file may be that is read; an office decides, as for uploads.
 *
 * @param entries of the zip
 * @param inflated bytes of one part when unpacked
 * @param characters of its text
 */
public record WordLimits(int entries, long inflated, int characters) {}
