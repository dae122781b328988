/**
 * Proof against signed text (校对): what a typeset, scanned or typed text says is compared with the text it has to say, element by element.
 *
 * <p>The core is pure: {@link org.sanban.collation.ProofReader} brings the text out of a PDF, DOCX or OFD with the page of every character,
 * {@link org.sanban.collation.Collation} finds what differs from a {@link org.sanban.collation.Reference}. {@link org.sanban.collation.Comparisons}
 * keeps what was found, by subject and purpose, until a new proof mends it or two persons confirm it.
 */
@NullMarked
package org.sanban.collation;

import org.jspecify.annotations.NullMarked;
