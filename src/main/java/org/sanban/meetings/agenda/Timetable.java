package org.sanban.meetings.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When each item is expected, reckoned from the minutes planned and from what has really happened so far: computed anew at every look, so
 * that the calling-in (叫会) follows the meeting.
 */
public record Timetable(List<Slot> slots) {

    /** Bodies are called to the door this long before their item. */
    public static final Duration AHEAD = Duration.ofMinutes(15);

    /** @param planned as on paper; {@code starts} as expected now; {@code call} when its bodies are to be at the door */
    public record Slot(Item item, Instant planned, Instant starts, Instant ends, Instant call) {
        public boolean running() {
            return item.began() != null && item.ended() == null;
        }

        public boolean over() {
            return item.ended() != null;
        }

        /** Minutes later than planned, negative when earlier. */
        public long late() {
            return Duration.between(planned, starts).toMinutes();
        }

        public boolean callNow(Instant now) {
            return item.began() == null && !item.attend().isEmpty() && !call.isAfter(now);
        }
    }

    /** @param starts of the meeting as planned; {@code began} as it was, or null; {@code now} matters once it has begun */
    public static Timetable of(List<Item> items, Instant starts, @org.jspecify.annotations.Nullable Instant began, Instant now) {
        List<Slot> slots = new ArrayList<>();
        Instant paper = starts;
        Instant real = began == null ? starts : began;
        for (Item item : items) {
            Instant from = item.began() != null ? item.began() : began != null && real.isBefore(now) ? now : real;
            Instant planned = from.plus(Duration.ofMinutes(item.minutes()));
            Instant until = item.ended() != null ? item.ended() : item.began() != null && planned.isBefore(now) ? now : planned;
            slots.add(new Slot(item, paper, from, until, from.minus(AHEAD)));
            paper = paper.plus(Duration.ofMinutes(item.minutes()));
            real = until;
        }
        return new Timetable(slots);
    }

    /** Minutes of all items. */
    public static int total(List<Item> items) {
        return items.stream().mapToInt(Item::minutes).sum();
    }
}
