package org.sanban.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The report of a month as it was composed (月报).
 *
 * @param figures by name, as they stood then
 * @param now the same figures counted now: what differs was restated
 */
public record Monthly(long id, LocalDate month, Instant composedAt, Map<String, Integer> figures, Map<String, Integer> now) {

    public boolean restated(String name) {
        return !figures.getOrDefault(name, 0).equals(now.getOrDefault(name, 0));
    }
}
