package org.sanban.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A search; empty fields do not narrow.
 *
 * @param q number in any form, sender, words
 * @param state RUNNING, CLOSED or VOIDED
 * @param since first day on which its handling began
 */
public record SearchQuery(String q, @Nullable String kind, @Nullable String state, @Nullable LocalDate since) {}
