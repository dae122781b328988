package org.sanban.demo.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.sanban.pages.Choice;
import org.sanban.pages.OpinionView;
import org.sanban.pages.PageLinks;
import org.sanban.pages.StepView;
import org.sanban.pages.TimeLeft;
import org.sanban.pages.Texts;
import org.sanban.proofing.Difference;

/** What the style page shows: made up, in the reader's language. Its words are in {@code messages/style}. */
public record StyleSample(Texts texts, Instant now) {

    /** A line of a tray. */
    public record Line(String kind, String urgency, String title, String note, String step, String more, TimeLeft left) {}

    public List<Line> lines() {
        TimeLeft.State[] states = {
            TimeLeft.State.RED, TimeLeft.State.YELLOW, TimeLeft.State.GREEN, TimeLeft.State.ORANGE, TimeLeft.State.STOPPED, TimeLeft.State.NONE
        };
        int[] used = {86, 63, 38, 78, 45, 0};
        String[] urgency = {"URGENT", "FAST", "NORMAL", "NORMAL", "NORMAL", "NORMAL"};
        return IntStream.range(0, states.length)
                .mapToObj(n -> new Line(
                        word("line", n, "kind"), urgency[n], word("line", n, "title"), word("line", n, "note"),
                        word("line", n, "step"), word("line", n, "more"), new TimeLeft(word("line", n, "left"), "", used[n], states[n])))
                .toList();
    }

    public List<StepView> steps() {
        StepView.State[] states = {
            StepView.State.DONE, StepView.State.BACK, StepView.State.DONE, StepView.State.NOW,
            StepView.State.AHEAD, StepView.State.AHEAD, StepView.State.AHEAD, StepView.State.AHEAD
        };
        return IntStream.range(0, states.length)
                .mapToObj(n -> new StepView(word("step", n, "name"), n < 5 ? word("step", n, "note") : "", states[n]))
                .toList();
    }

    public List<OpinionView> opinions() {
        return List.of(
                opinion(0, 3, "", false, true, false),
                opinion(1, 4, texts.of("style.opinion.oral"), false, true, true),
                opinion(2, 26, "", true, true, false),
                opinion(3, 27, "", false, false, false));
    }

    public List<Choice> people() {
        return IntStream.range(0, 6)
                .mapToObj(n -> Choice.of(n + 1, word("person", n, "name"), word("person", n, "post"))
                        .under(texts.of("style.unit." + n / 2))
                        .foundBy(word("person", n, "initials")))
                .toList();
    }

    public List<Choice> units() {
        return IntStream.range(0, 3).mapToObj(n -> Choice.of(n + 1, texts.of("style.unit." + n))).toList();
    }

    public List<Choice> kinds() {
        return List.of(Choice.of("NOTICE", texts.of("style.kind.notice")), Choice.of("REQUEST", texts.of("style.kind.request")));
    }

    public List<Choice> urgencies() {
        return List.of(
                Choice.of("NORMAL", texts.of("style.normal")),
                Choice.of("FAST", texts.of("ui.urgency.FAST")),
                Choice.of("URGENT", texts.of("ui.urgency.URGENT")));
    }

    public List<Choice> channels() {
        return List.of(
                Choice.of("PAPER", texts.of("style.channel.paper"), texts.of("style.channel.paper-note")),
                Choice.of("EXCHANGE", texts.of("style.channel.exchange"), texts.of("style.channel.exchange-note")));
    }

    public Difference difference() {
        return Difference.between(texts.of("style.difference.was"), texts.of("style.difference.is"));
    }

    public PageLinks pages() {
        return new PageLinks("/ui", "/ui?after=60");
    }

    private OpinionView opinion(int n, int hoursAgo, String note, boolean circled, boolean byHand, boolean corrected) {
        return new OpinionView(
                word("opinion", n, "who"), word("opinion", n, "post"), word("opinion", n, "act"), circled ? null : word("opinion", n, "text"),
                now.minus(Duration.ofHours(hoursAgo)), note, circled, byHand, corrected);
    }

    private String word(String group, int n, String part) {
        return texts.of("style." + group + "." + n + "." + part);
    }
}
