package org.sanban.checking.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.checking.OfficeRule;
import org.sanban.checking.RuleWorth;
import org.sanban.checking.Trials;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.RuleBody;
import org.sanban.checks.Wording;
import org.sanban.pages.Texts;

/**
 * One rule with what it did.
 *
 * @param origin the page of the error that it was made from, null where there is none to go to
 * @param names of the persons who are mentioned
 */
public record RuleView(
        OfficeRule kept, RuleWorth.Worth worth, List<RuleWorth.Month> months, boolean noisy, int noisyShare, Trials.@Nullable Trial trial,
        List<RuleWorth.Place> places, List<RuleWorth.Reason> reasons, List<RuleWorth.Recurrence> recurrences, @Nullable String origin,
        Map<Long, String> names, boolean mayDraft, boolean mayPublish) {

    public String name(@Nullable Long person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    /** The longest column of the drawing. */
    public int highest() {
        return Math.max(1, months.stream().mapToInt(m -> m.worth().hits()).max().orElse(0));
    }

    public boolean counted() {
        return worth.hits() > 0;
    }

    /** A text in the reader's language. */
    public static String say(Wording wording, Texts texts) {
        return wording.in(texts.chinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    public static String example(CheckedPaper paper) {
        return paper.elements().values().stream().filter(t -> !t.isBlank()).collect(Collectors.joining("\n"));
    }

    /** What it looks for, in a line. */
    public static String looksFor(RuleBody body) {
        return switch (body) {
            case RuleBody.WordPair p -> p.wrong() + " → " + p.right();
            case RuleBody.WordPattern p -> p.pattern();
            case RuleBody.Structure s -> s.check() + s.settings().entrySet().stream().sorted(Map.Entry.comparingByKey())
                    .map(e -> " · " + e.getKey() + ": " + e.getValue()).collect(Collectors.joining());
            case RuleBody.Suspicion s -> String.join("、", s.sound());
            case RuleBody.Question q -> q.when() == null ? "" : q.when();
        };
    }
}
