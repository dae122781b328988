package org.sanban.checking.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.RuleMaking;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleBody;
import org.sanban.checks.Severity;
import org.sanban.checks.Wording;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Plain;

/** What is typed into the forms of the rules, and sent to their API. */
public final class RuleForms {

    private RuleForms() {}

    /**
     * What an error shows.
     *
     * @param origin of the error, {@code kind/id}; empty for none
     */
    public record LessonForm(
            @Nullable @Size(max = 2000) String before, @Nullable @Size(max = 2000) String after, @Nullable @Size(max = 500) String question,
            @Nullable @Size(max = 200) String steps, @Nullable @Size(max = 60) String origin,
            @Nullable @Size(max = 60) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String originWords) {

        RuleMaking.Lesson lesson() {
            return new RuleMaking.Lesson(text(before), text(after), text(question), words(steps), subject(origin), text(originWords).strip());
        }
    }

    /**
     * A rule as it is edited. What the form has no field for stays as it was.
     *
     * @param except longer words in which the wrong ones are sound, one a line
     * @param hits texts that it must find something in, an empty line between them; so {@code misses}
     */
    public record RuleForm(
            @Nullable @Size(max = 200) String wrong, @Nullable @Size(max = 200) String right, @Nullable @Size(max = 2000) String except,
            @Nullable @Size(max = 500) String pattern, @Nullable @Size(max = 200) String suggestion, @Nullable @Size(max = 500) String when,
            @NotBlank @Nullable @Size(max = 500) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String textZh,
            @NotBlank @Nullable @Size(max = 500) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String textEn,
            @Nullable @Size(max = 200) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String basis, @NotNull @Nullable Severity severity,
            @Nullable @Size(max = 200) String steps, @Nullable @Size(max = 20_000) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String hits,
            @Nullable @Size(max = 20_000) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String misses, @Nullable Integer version) {

        static RuleForm of(Rule rule) {
            RuleBody.WordPair pair = rule.body() instanceof RuleBody.WordPair p ? p : null;
            RuleBody.WordPattern pattern = rule.body() instanceof RuleBody.WordPattern p ? p : null;
            RuleBody.Question question = rule.body() instanceof RuleBody.Question q ? q : null;
            return new RuleForm(
                    pair == null ? "" : pair.wrong(), pair == null ? "" : pair.right(), pair == null ? "" : String.join("\n", pair.except()),
                    pattern == null ? "" : pattern.pattern(), pattern == null ? "" : text(pattern.suggestion()), question == null ? "" : text(question.when()),
                    rule.text().zh(), rule.text().en(), rule.basis(), rule.severity(), String.join(" ", rule.steps().stream().sorted().toList()), examples(rule.hits()),
                    examples(rule.misses()), null);
        }

        /** The rule with what was typed. */
        Rule over(Rule before) {
            RuleBody body = switch (before.body()) {
                case RuleBody.WordPair p -> new RuleBody.WordPair(text(wrong), text(right), text(except).lines().map(String::strip).filter(s -> !s.isEmpty()).toList());
                case RuleBody.WordPattern p -> new RuleBody.WordPattern(text(pattern), text(suggestion).isEmpty() ? null : suggestion);
                case RuleBody.Question q -> new RuleBody.Question(text(when).isBlank() ? null : text(when).strip());
                case RuleBody other -> other;
            };
            return new Rule(
                    before.id(), body, Objects.requireNonNull(severity), words(steps), before.scope(), new Wording(text(textZh).strip(), text(textEn).strip()),
                    text(basis).strip(), papers(hits, before.hits()), papers(misses, before.misses()), before.origin());
        }
    }

    public record ReasonForm(@Nullable String reason) {}

    public record SwitchForm(@Nullable Boolean off, @Nullable String reason) {}

    /** @param severity null for the rule's own */
    public record WeightForm(@Nullable Severity severity) {}

    public record ImportForm(@Nullable String yaml) {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }

    static Set<String> words(@Nullable String typed) {
        return Arrays.stream(text(typed).split("[\\s,，、;；]+")).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
    }

    static @Nullable SubjectRef subject(@Nullable String origin) {
        if (text(origin).isBlank()) {
            return null;
        }
        try {
            return SubjectRef.of(text(origin).strip());
        } catch (IllegalArgumentException e) {
            throw new Refused(Objection.of("checking.refusal.no-such-origin").at("origin"));
        }
    }

    /** Examples that are nothing but a text. */
    private static String examples(List<CheckedPaper> papers) {
        return papers.stream().filter(RuleForms::plain).map(p -> p.element("body")).collect(Collectors.joining("\n\n"));
    }

    private static boolean plain(CheckedPaper paper) {
        return paper.equals(CheckedPaper.ofBody(paper.element("body"))) && !paper.element("body").contains("\n\n");
    }

    private static List<CheckedPaper> papers(@Nullable String typed, List<CheckedPaper> before) {
        List<CheckedPaper> papers = new ArrayList<>();
        Arrays.stream(text(typed).split("\n\\s*\n")).map(String::strip).filter(s -> !s.isEmpty()).forEach(s -> papers.add(CheckedPaper.ofBody(s)));
        before.stream().filter(p -> !plain(p)).forEach(papers::add);
        return papers;
    }
}
