package org.sanban.collation.web;

import org.jspecify.annotations.Nullable;

/** One person's word that a difference stands. */
public record ConfirmForm(@Nullable Long difference, @Nullable String reason) {}
