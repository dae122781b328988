package org.sanban.meetings.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.sanban.meetings.event.Task;

/**
 * Tasks as bars over the days (倒排工期), drawn on the server.
 *
 * @param height of the drawing; its width is {@value #WIDTH}
 * @param today place of today, or -1 where it lies outside
 */
public record Gantt(int height, List<Bar> bars, List<Mark> marks, int today) {

    public static final int WIDTH = 1000;
    static final int NAMES = 260;
    private static final int ROW = 26;
    private static final int HEAD = 22;

    /** @param css {@code done}, {@code late} or empty */
    public record Bar(String title, int x, int y, int width, String css) {}

    public record Mark(int x, LocalDate day) {}

    static Gantt of(List<Task> tasks, LocalDate today) {
        if (tasks.isEmpty()) {
            return new Gantt(0, List.of(), List.of(), -1);
        }
        LocalDate from = tasks.stream().map(Task::starts).min(LocalDate::compareTo).orElseThrow();
        LocalDate until = tasks.stream().map(Task::due).max(LocalDate::compareTo).orElseThrow();
        long days = Math.max(1, ChronoUnit.DAYS.between(from, until) + 1);
        List<Bar> bars = new ArrayList<>();
        for (Task t : tasks) {
            int x = place(from, t.starts(), days);
            bars.add(new Bar(t.title(), x, HEAD + bars.size() * ROW + 6, Math.max(4, place(from, t.due().plusDays(1), days) - x), t.done() != null ? "done" : t.late(today) ? "late" : ""));
        }
        List<Mark> marks = new ArrayList<>();
        long step = Math.max(1, days / 8);
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(step)) {
            marks.add(new Mark(place(from, day, days), day));
        }
        boolean within = !today.isBefore(from) && !today.isAfter(until);
        return new Gantt(HEAD + tasks.size() * ROW + 8, bars, marks, within ? place(from, today, days) : -1);
    }

    private static int place(LocalDate from, LocalDate day, long days) {
        return NAMES + (int) (ChronoUnit.DAYS.between(from, day) * (WIDTH - NAMES) / days);
    }

    public int names() {
        return NAMES;
    }
}
