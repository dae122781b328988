/**
 * Comparing and reading the text of papers (校对): pure functions over strings, without Spring and without a database.
 *
 * <p>{@link org.sanban.proofing.Difference} says what was changed between two texts, {@link org.sanban.proofing.Prose} how a body is
 * built, {@link org.sanban.proofing.Paste} and {@link org.sanban.proofing.WordFile} bring text in. A body is plain text: a paragraph a
 * line, a table as consecutive lines {@code | a | b |}. Offsets count {@code char}s and never split a surrogate pair.
 */
@NullMarked
package org.sanban.proofing;

import org.jspecify.annotations.NullMarked;
