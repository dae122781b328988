package org.sanban.people.web;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sanban.people.Calendars;

/**
 * A year that can be opened on the page of the calendar, recorded or not.
 *
 * @param provisional only the weekends are known so far
 */
public record YearTab(int year, boolean recorded, boolean provisional) {

    /** The recorded years, this year and the next, and the one that is shown. */
    static List<YearTab> of(List<Calendars.Year> recorded, int now, int shown) {
        TreeMap<Integer, YearTab> tabs = new TreeMap<>();
        IntStream.of(now, now + 1, shown).forEach(year -> tabs.put(year, new YearTab(year, false, false)));
        recorded.forEach(year -> tabs.put(year.year(), new YearTab(year.year(), true, year.provisional())));
        return List.copyOf(tabs.values());
    }
}
