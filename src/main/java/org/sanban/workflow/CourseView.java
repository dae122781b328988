package org.sanban.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.OpinionView;
import org.sanban.pages.StepView;
import org.sanban.pages.TimeLeft;

/**
 * The course of a subject (办理过程) as its page shows it.
 *
 * @param state RUNNING, CLOSED or VOIDED
 * @param outcome how it ended, e.g. {@code STORED}; null while it runs
 * @param now who holds it now; empty once it is closed
 * @param opinions in the order in which they were given, corrections after what they correct
 * @param ownTime time spent by holders, in words; {@code waitingTime} beside it, empty where nobody waited
 */
public record CourseView(
        SubjectRef subject,
        @Nullable String title,
        @Nullable String number,
        @Nullable String counterpart,
        Urgency urgency,
        String state,
        @Nullable String outcome,
        Instant startedAt,
        @Nullable Instant closedAt,
        List<StepView> steps,
        List<Held> now,
        List<Given> opinions,
        List<Event> history,
        List<Reader> readers,
        List<Errand> errands,
        List<Stop> stops,
        List<Asked> extensions,
        String ownTime,
        String waitingTime) {

    /** A task that lies in a tray now. */
    public record Held(long task, String does, String step, String holder, @Nullable Long holderId, Act.Part part, boolean opened, TimeLeft left) {}

    /**
     * An opinion with its place on the handling sheet.
     *
     * @param step code of the step it was given at
     * @param person whose opinion it is
     */
    public record Given(long movement, String step, String stepName, long person, OpinionView view) {}

    /** One act, in words. */
    public record Event(int seq, Instant at, String who, String words, @Nullable String text, boolean hot) {}

    /**
     * One to whom it was sent for reading (promise 6). What has not happened is null.
     *
     * @param order 1 for those who read first
     * @param outcome READ, ANSWERED, SKIPPED, RECALLED …; null while it is open or queued
     */
    public record Reader(
            long task, String name, String post, int order, @Nullable Instant sent, @Nullable Instant opened, @Nullable Instant read,
            @Nullable String answer, @Nullable String outcome) {}

    /** What was handed down, or a signature asked for; {@code report} null while it is out. */
    public record Errand(
            long task, String does, String from, String to, @Nullable String asked, @Nullable Instant sent, @Nullable Instant opened,
            @Nullable Instant done, @Nullable String report, @Nullable String outcome, TimeLeft left) {}

    /** The clock stood still. */
    public record Stop(Act.StopReason reason, String note, String by, Instant from, @Nullable Instant until) {}

    /** More time was asked for; {@code granted} null while it is undecided. */
    public record Asked(String by, Instant due, String reason, @Nullable Boolean granted, @Nullable String decidedBy, @Nullable String note) {}

    public boolean running() {
        return state.equals("RUNNING");
    }

    /** The opinions given at a step, e.g. {@code propose}, for the boxes of a handling sheet. */
    public List<OpinionView> at(String step) {
        return opinions.stream().filter(o -> o.step().equals(step)).map(Given::view).toList();
    }
}
