package org.sanban.reports;

import java.time.Instant;
import java.util.Set;

/** What is counted of errors. Each is one condition, used to count and to list alike (promise 13). */
public enum ErrorFigure {
    /** 差错: confirmed, S1 and above, made in the period. */
    ERRORS,
    /** Of these, those on matters of kinds that were in hand: what the rate counts, so that it never sets errors against work of another kind. */
    RATED,
    /** 未遂: confirmed near misses made in the period; never mixed with errors. */
    NEAR_MISSES,
    /** Of these, those on matters of kinds that were in hand. */
    NEAR_RATED,
    /** Both. */
    ALL,
    /** 自查: of all, those that the maker or the next reviewer found. */
    SELF,
    /** 重复差错. */
    RECURRING,
    /** Found only after the period: its figures were restated (回溯). */
    REVISED,
    /** Found outside the office. */
    ESCAPED,
    /** Found in the period, not yet confirmed nor dismissed. */
    UNCONFIRMED,
    /** Confirmed, found in the period whenever made: the work of the period. */
    FOUND;

    boolean holds(ErrorRow row, Instant from, Instant to, Set<String> inHand) {
        boolean made = !row.made().isBefore(from) && row.made().isBefore(to);
        boolean found = !row.found().isBefore(from) && row.found().isBefore(to);
        return switch (this) {
            case ERRORS -> made && row.error();
            case RATED -> made && row.error() && among(row, inHand);
            case NEAR_MISSES -> made && row.confirmed() && row.nearMiss();
            case NEAR_RATED -> made && row.confirmed() && row.nearMiss() && among(row, inHand);
            case ALL -> made && row.confirmed() && (row.error() || row.nearMiss());
            case SELF -> ALL.holds(row, from, to, inHand) && (row.source().equals("SELF") || row.source().equals("REVIEWER"));
            case RECURRING -> made && row.error() && row.recurrenceOf() != null;
            case REVISED -> made && row.error() && !row.found().isBefore(to);
            case ESCAPED -> made && row.error() && row.outside();
            case UNCONFIRMED -> found && !row.confirmed() && !row.dismissed();
            case FOUND -> found && row.confirmed() && (row.error() || row.nearMiss());
        };
    }

    /** Does it count by what was in hand? */
    boolean setAgainstWork() {
        return this == RATED || this == NEAR_RATED;
    }

    static boolean among(ErrorRow row, Set<String> kinds) {
        return row.matterKind() != null && kinds.contains(row.matterKind());
    }
}
