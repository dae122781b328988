package org.sanban.checking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleDraft;
import org.sanban.checks.RuleFile;
import org.sanban.checks.Wording;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts rules out of errors and changes the office's own (由差错起草规则). A draft runs nowhere until it was tried and published. */
@Service
@Transactional
public class RuleMaking {

    static final int LONGEST_TEXT = 2000;

    /**
     * What an error shows: the words as they were and as they should have been, or a span, or a question.
     *
     * @param before the wrong text; with {@code after} it gives word pairs, alone a pattern
     * @param after the right text, empty for none
     * @param question to be asked of a person, empty for none
     * @param steps at which the question is asked
     * @param originWords how people call the error, e.g. {@code 差〔2026〕007}
     */
    public record Lesson(
            String before, String after, String question, Set<String> steps, @Nullable SubjectRef origin, String originWords) {}

    private final RuleRows rows;
    private final Trials trials;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final ZoneId zone;

    RuleMaking(
            RuleRows rows, Trials trials, SecrecyGate secrecy, ApplicationEventPublisher events, MessageSource messages, @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.trials = trials;
        this.secrecy = secrecy;
        this.events = events;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * Drafts a rule from what an error shows, and tries it at once on the signed papers of the last year. The same request again
     * answers the same rule.
     *
     * @return the first of them: where several places differ, each gives a rule of its own
     * @throws Refused where nothing can be made of it: whole passages written anew, or nothing that differs
     */
    public long draft(Lesson lesson, Actor by, Instant at, String requestId) {
        Refused.unless(!requestId.isBlank() && requestId.length() <= 100, "checking.refusal.request-id");
        Optional<OfficeRule> earlier = rows.byRequest(requestId);
        if (earlier.isPresent()) {
            Refused.unless(earlier.get().createdBy() == by.id(), "checking.refusal.request-used");
            return earlier.get().id();
        }
        refuseUnfit(lesson);
        SubjectRef at0 = new SubjectRef(RuleChanged.KIND, 0);
        secrecy.refuseClassified(at0, by, at, SecrecyGate.Field.text("before", lesson.before()), SecrecyGate.Field.text("after", lesson.after()),
                SecrecyGate.Field.text("question", lesson.question()));
        rows.alone();
        List<Rule> rules = rules(rows.freeCode(LocalDate.ofInstant(at, zone).getYear()), lesson);
        List<Long> made = new ArrayList<>();
        for (Rule rule : rules) {
            made.add(add(rule, OfficeRule.Source.OFFICE, lesson.origin(), lesson.originWords(), made.isEmpty() ? requestId : null, by, at));
        }
        made.forEach(id -> trials.of(rows.one(id), by, at));
        return made.getFirst();
    }

    private List<Rule> rules(String code, Lesson lesson) {
        if (!lesson.question().isBlank()) {
            String asked = lesson.question().strip();
            return List.of(RuleDraft.question(code, new Wording(asked, asked), lesson.steps(), lesson.originWords()));
        }
        if (lesson.after().isBlank()) {
            String span = lesson.before().strip();
            return List.of(RuleDraft.pattern(code, span, 0, span.length(), why(), lesson.originWords()));
        }
        List<Rule> pairs = RuleDraft.wordPairs(code, lesson.before(), lesson.after(), lesson.originWords());
        if (pairs.isEmpty()) {
            throw new Refused(Objection.of("checking.refusal.no-rule-in-it").at("after"));
        }
        return pairs;
    }

    private Wording why() {
        return new Wording(
                messages.getMessage("checking.new.pattern-why", null, Locale.SIMPLIFIED_CHINESE), messages.getMessage("checking.new.pattern-why", null, Locale.ENGLISH));
    }

    private static void refuseUnfit(Lesson lesson) {
        List<Objection> wrong = new ArrayList<>();
        if (lesson.before().isBlank() && lesson.question().isBlank()) {
            wrong.add(Objection.of("checking.refusal.before-missing").at("before"));
        }
        Map.of("before", lesson.before(), "after", lesson.after(), "question", lesson.question()).forEach((field, text) -> {
            if (text.length() > LONGEST_TEXT || !text.matches(org.sanban.people.Plain.LINES)) {
                wrong.add(Objection.of("checking.refusal.reason-unfit", LONGEST_TEXT).at(field));
            }
        });
        if (lesson.originWords().length() > 60 || !lesson.originWords().matches(org.sanban.people.Plain.LINE)) {
            wrong.add(Objection.of("checking.refusal.reason-unfit", 60).at("originWords"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    long add(Rule rule, OfficeRule.Source source, @Nullable SubjectRef origin, String originWords, @Nullable String request, Actor by, Instant at) {
        long id = rows.insert(rule, source, origin, originWords, request, by.id(), at)
                .orElseThrow(() -> new Refused(Objection.of("checking.refusal.code-taken", rule.id()).at("id")));
        String what = source == OfficeRule.Source.IMPORTED ? "imported" : "drafted";
        events.publishEvent(RuleChanged.of(rows.one(id), what, by.id(), at, Map.of("code", rule.id(), "origin", originWords)));
        return id;
    }

    /**
     * Writes a rule of the office's own anew, as its next edition; what runs goes on until that is published.
     *
     * @param version that was read
     * @throws Stale when somebody else changed it
     */
    public OfficeRule edit(long id, int version, Rule edited, Actor by, Instant at) {
        OfficeRule before = rows.lock(id);
        Refused.unless(before.own(), "checking.refusal.shipped-text-stands");
        if (before.version() != version) {
            throw new Stale();
        }
        Refused.unless(edited.id().equals(before.code()), "checking.refusal.code-stands");
        List<Objection> wrong = edited.objections();
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(before.ref(), by, at, SecrecyGate.Field.text("text", RuleFile.write(List.of(edited))));
        if (edited.equals(before.rule())) {
            return before;
        }
        rows.edit(before, edited, by.id(), at);
        OfficeRule after = rows.one(id);
        events.publishEvent(RuleChanged.of(after, "edited", by.id(), at, Map.of("code", after.code(), "edition", after.edition())));
        return after;
    }
}
