package org.sanban.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Facts.HoursFact;

/**
 * The working time of the recorded years as arithmetic. Each year is a sorted list of spans on the time line with the work
 * done before each of them, so that adding and measuring take one binary search, however far they reach. Units: nanoseconds.
 */
record WorkingYears(Facts facts, ZoneId zone, Map<Integer, Spans> built) {

    static final long MINUTE = 60_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    /** The spans of one year: begin and end on the time line, and the work of the year before each; {@code before} has one more. */
    record Spans(long[] begins, long[] ends, long[] before) {
        long total() {
            return before[begins.length];
        }

        /** Work of this year until {@code moment}. */
        long until(long moment) {
            int at = Arrays.binarySearch(begins, moment);
            int span = at >= 0 ? at : -at - 2;
            return span < 0 ? 0 : before[span] + Math.min(moment, ends[span]) - begins[span];
        }

        /** The first moment by which {@code work} (more than 0, at most the total) of this year is done. */
        long moment(long work) {
            int at = Arrays.binarySearch(before, work);
            int span = at >= 0 ? at - 1 : -at - 2;
            return begins[span] + work - before[span];
        }
    }

    WorkingYears(Facts facts, ZoneId zone) {
        this(facts, zone, new ConcurrentHashMap<>());
    }

    Instant plus(Instant from, long work) {
        int year = yearOf(from);
        long left = work + spans(year).until(nanos(from));
        while (left > spans(year).total()) {
            left -= spans(year).total();
            year++;
        }
        return instant(spans(year).moment(left));
    }

    /** {@code from} is not after {@code to}. */
    long between(Instant from, Instant to) {
        int year = yearOf(from);
        int last = Math.max(year, yearOf(to.minusNanos(1)));
        long work = -spans(year).until(nanos(from));
        for (; year < last; year++) {
            work += spans(year).total();
        }
        return work + spans(last).until(nanos(to));
    }

    boolean worksOn(LocalDate day) {
        if (!facts.years().containsKey(day.getYear())) {
            throw new CalendarMissing(day.getYear());
        }
        Boolean exception = facts.exceptions().get(day);
        return exception != null ? exception : day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** Office hours of a day, if it is one of work; the period that began last counts. */
    List<HoursFact> spansOf(LocalDate day) {
        @Nullable LocalDate period = facts.hours().stream()
                .filter(h -> h.holdOn(day))
                .map(HoursFact::from)
                .max(LocalDate::compareTo)
                .orElse(null);
        return facts.hours().stream().filter(h -> h.holdOn(day) && h.from().equals(period)).toList();
    }

    private Spans spans(int year) {
        if (!facts.years().containsKey(year)) {
            throw new CalendarMissing(year);
        }
        return built.computeIfAbsent(year, this::build);
    }

    private Spans build(int year) {
        List<long[]> spans = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(this::worksOn)
                .flatMap(day -> spansOf(day).stream().map(h -> new long[] {
                    nanos(day.atTime(h.starts()).atZone(zone).toInstant()), nanos(day.atTime(h.ends()).atZone(zone).toInstant())
                }))
                .toList();
        long[] begins = spans.stream().mapToLong(s -> s[0]).toArray();
        long[] ends = spans.stream().mapToLong(s -> s[1]).toArray();
        long[] before = new long[begins.length + 1];
        for (int i = 0; i < begins.length; i++) {
            before[i + 1] = before[i] + ends[i] - begins[i];
        }
        return new Spans(begins, ends, before);
    }

    private int yearOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone).getYear();
    }

    private static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), SECOND), moment.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }
}
