package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.proofing.Run.State;

/** A difference as stretches, lines and rows. */
final class Display {

    /** Stands for a line break that was put in or taken out where no whole line was. */
    private static final String BREAK = "\u00b6";

    private final List<Row> rows = new ArrayList<>();
    private List<Run> left = new ArrayList<>();
    private List<Run> right = new ArrayList<>();

    static List<Run> runs(Difference difference) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        int number = 0;
        for (Change change : difference.changes()) {
            number++;
            add(runs, State.SAME, difference.before().substring(at, change.from()), null, 0, false);
            add(runs, State.DELETED, change.was(), change, number, change.is().isEmpty());
            add(runs, State.INSERTED, change.is(), change, number, true);
            at = change.to();
        }
        add(runs, State.SAME, difference.before().substring(at), null, 0, false);
        return List.copyOf(runs);
    }

    private static void add(List<Run> runs, State state, String text, @Nullable Change change, int number, boolean last) {
        if (!text.isEmpty()) {
            runs.add(new Run(state, text, change, number, last));
        }
    }

    /** A line's part of a run. */
    private static void part(List<Run> line, Run run, String[] parts, int n, String text) {
        boolean last = run.last() && (n == parts.length - 1 || n == parts.length - 2 && parts[n + 1].isEmpty());
        add(line, run.state(), text, run.change(), run.number(), last);
    }

    static List<List<Run>> lines(Difference difference) {
        List<List<Run>> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (Run run : runs(difference)) {
            String[] parts = run.text().split("\n", -1);
            for (int n = 0; n < parts.length; n++) {
                boolean breaks = n + 1 < parts.length;
                boolean told = breaks && run.state() != State.SAME && (parts[n].isEmpty() || !line.isEmpty());
                part(line, run, parts, n, told ? parts[n] + BREAK : parts[n]);
                if (breaks) {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            }
        }
        lines.add(List.copyOf(line));
        return List.copyOf(lines);
    }

    static List<Row> rows(Difference difference) {
        Display display = new Display();
        List<Run> runs = runs(difference);
        for (int n = 0; n < runs.size(); n++) {
            Run run = runs.get(n);
            boolean replaces = n + 1 < runs.size() && run.change() != null && runs.get(n + 1).change() == run.change();
            if (replaces) {
                display.replaced(run, runs.get(++n));
            } else {
                display.put(run);
            }
        }
        display.flush(false, false);
        return List.copyOf(display.rows);
    }

    private void put(Run run) {
        String[] parts = run.text().split("\n", -1);
        for (int n = 0; n < parts.length; n++) {
            if (run.state() != State.INSERTED) {
                part(left, run, parts, n, parts[n]);
            }
            if (run.state() != State.DELETED) {
                part(right, run, parts, n, parts[n]);
            }
            if (n + 1 < parts.length) {
                flush(run.state() != State.INSERTED, run.state() != State.DELETED);
            }
        }
    }

    /** Lines that replace lines stand beside them. */
    private void replaced(Run was, Run is) {
        String[] old = was.text().split("\n", -1);
        String[] now = is.text().split("\n", -1);
        for (int n = 0; n < Math.max(old.length, now.length); n++) {
            if (n > 0) {
                flush(n < old.length, n < now.length);
            }
            if (n < old.length) {
                part(left, was, old, n, old[n]);
            }
            if (n < now.length) {
                part(right, is, now, n, now[n]);
            }
        }
    }

    /** A side with nothing on it and no line break of its own has no line here. */
    private void flush(boolean leftEnds, boolean rightEnds) {
        boolean last = !leftEnds && !rightEnds;
        rows.add(new Row(
                left.isEmpty() && !leftEnds && !last ? null : List.copyOf(left),
                right.isEmpty() && !rightEnds && !last ? null : List.copyOf(right)));
        left = new ArrayList<>();
        right = new ArrayList<>();
    }
}
