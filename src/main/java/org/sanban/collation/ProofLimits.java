package org.sanban.collation;

import java.time.Duration;

/**
 * How far a proof is read.
 *
 * @param pages at most
 * @param characters at most
 * @param entries of a zip at most
 * @param inflated bytes that a part of a zip may unpack to
 * @param time for one file
 */
public record ProofLimits(int pages, int characters, int entries, long inflated, Duration time) {}
