package org.sanban.checking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.Finding;
import org.sanban.checks.Rule;
import org.sanban.checks.Severity;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Plain;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person makes of a finding: mends it, lets it pass with a reason, or says that the rule is wrong here. */
@Service
@Transactional
public class Judging {

    /** Of a reason or a note. */
    public static final int LONGEST = 500;

    /** What can be said of a finding; the last word holds, for the words at their place as they stand. */
    public enum Verdict {
        WAIVED("check.waived"),
        FALSE_ALARM("check.false-alarm"),
        TAKEN_BACK("check.taken-back");

        private final String what;

        Verdict(String what) {
            this.what = what;
        }
    }

    /** An answer to a question of a step. */
    public enum Answer {
        YES,
        NO,
        NOT_APPLICABLE
    }

    private record Found(Checked kind, Checked.Place place, CheckedPaper paper, List<Finding> all, Finding finding) {}

    private final Papers papers;
    private final Running running;
    private final FindingRows rows;
    private final AnswerRows answers;
    private final Counting counting;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Judging(
            Papers papers, Running running, FindingRows rows, AnswerRows answers, Counting counting, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.papers = papers;
        this.running = running;
        this.rows = rows;
        this.answers = answers;
        this.counting = counting;
        this.secrecy = secrecy;
        this.events = events;
    }

    /**
     * Lets a finding pass (放过), calls it a false alarm (误报), or takes either back.
     *
     * @throws Stale when the place no longer stands in the text as it was judged
     * @throws Refused without a reason; unless the paper lies before {@code by}; a blocking finding is let pass only by who may override
     */
    public void judge(SubjectRef subject, String fingerprint, Verdict verdict, String reason, Actor by, Instant at) {
        Found found = find(subject, fingerprint, by, at);
        String said = words(reason, "reason", true);
        Refused.unless(found.place().holds(), "checking.refusal.not-before-you");
        if (verdict == Verdict.WAIVED && found.finding().severity() == Severity.BLOCK && !by.may(Findings.WAIVE)) {
            throw new Refused(Objection.of("checking.refusal.blocking-is-not-waived").at("verdict"));
        }
        secrecy.refuseClassified(subject, by, at, SecrecyGate.Field.text("reason", said));
        RuleRows.Running rule = running.book().of(found.finding().rule());
        counting.record(subject, found.all(), Set.of(), found.place().step(), by.id(), at);
        rows.judge(subject, found.finding(), rule, verdict.name(), said, by.id(), at);
        counting.judged(subject, fingerprint, verdict == Verdict.TAKEN_BACK ? "OPEN" : verdict.name(), by.id(), at);
        events.publishEvent(new FindingJudged(subject, verdict.what, by.id(), at, Map.of("rule", found.finding().rule(), "words", found.finding().quote(), "reason", said)));
    }

    /**
     * Puts the suggestion in the place of what stands there, by the paper's own save.
     *
     * @param version of the text that was read
     * @throws Stale when somebody wrote meanwhile, or the place is no longer there
     */
    public int correct(SubjectRef subject, String fingerprint, int version, String window, Actor by, Instant at) {
        Found found = find(subject, fingerprint, by, at);
        Finding finding = found.finding();
        String suggestion = finding.suggestion();
        if (suggestion == null) {
            throw new Refused(Objection.of("checking.refusal.no-suggestion"));
        }
        counting.record(subject, found.all(), Set.of(), found.place().step(), by.id(), at);
        int after = found.kind().correct(
                subject.id(), new Checked.Correction(version, window, finding.element(), finding.from(), finding.to(), finding.quote(), suggestion), by, at);
        List<Finding> now = running.book().check(found.kind().paper(subject.id(), at));
        counting.record(subject, now, Set.of(fingerprint), found.place().step(), by.id(), at);
        events.publishEvent(new FindingJudged(subject, "check.corrected", by.id(), at, Map.of("rule", finding.rule(), "was", finding.quote(), "is", suggestion)));
        return after;
    }

    /** Answers a question of the present step, for the text as it stands. An answer other than yes says why. */
    public void answer(SubjectRef subject, long rule, Answer answer, String note, Actor by, Instant at) {
        Checked kind = papers.of(subject);
        Checked.Place place = kind.place(subject.id(), by);
        CheckedPaper paper = kind.locked(subject.id(), at);
        Running.Book book = running.book();
        Rule asked = (place.step() == null ? List.<Rule>of() : book.questions(paper, place.step())).stream()
                .filter(q -> book.of(q.id()).id() == rule).findFirst().orElseThrow(NotFound::new);
        Refused.unless(place.holds(), "checking.refusal.not-before-you");
        String said = words(note, "note", answer != Answer.YES);
        secrecy.refuseClassified(subject, by, at, SecrecyGate.Field.text("note", said));
        answers.give(subject, java.util.Objects.requireNonNull(place.step()), paper, book.of(asked.id()), answer.name(), said, by.id(), at);
        events.publishEvent(new FindingJudged(subject, "check.answered", by.id(), at, Map.of("rule", asked.id(), "answer", answer.name(), "note", said)));
    }

    private Found find(SubjectRef subject, String fingerprint, Actor by, Instant at) {
        Checked kind = papers.of(subject);
        Checked.Place place = kind.place(subject.id(), by);
        CheckedPaper paper = kind.locked(subject.id(), at);
        List<Finding> all = running.book().check(paper);
        Finding finding = all.stream().filter(f -> f.fingerprint().equals(fingerprint)).findFirst().orElseThrow(Stale::new);
        return new Found(kind, place, paper, all, finding);
    }

    static String words(String typed, String field, boolean needed) {
        String said = typed.strip();
        if (needed && said.isEmpty()) {
            throw new Refused(Objection.of("checking.refusal.reason-missing").at(field));
        }
        if (said.length() > LONGEST || !said.matches(Plain.LINES)) {
            throw new Refused(Objection.of("checking.refusal.reason-unfit", LONGEST).at(field));
        }
        return said;
    }
}
