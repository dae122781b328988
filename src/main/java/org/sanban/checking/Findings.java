package org.sanban.checking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.Finding;
import org.sanban.checks.Rule;
import org.sanban.checks.Severity;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rules find in a paper (核稿发现), for whoever sees it. */
@Service
public class Findings {

    /** More are counted, not shown. */
    public static final int SHOWN = 100;

    static final String WAIVE = "rule.override_with_reason";

    private final Papers papers;
    private final Running running;
    private final FindingRows rows;
    private final AnswerRows answers;
    private final Counting counting;
    private final Directory directory;

    Findings(Papers papers, Running running, FindingRows rows, AnswerRows answers, Counting counting, Directory directory) {
        this.papers = papers;
        this.running = running;
        this.rows = rows;
        this.answers = answers;
        this.counting = counting;
        this.directory = directory;
    }

    /** @throws org.sanban.pages.NotFound when there is no such paper or {@code by} may not see it */
    @Transactional(readOnly = true)
    public Look of(SubjectRef subject, Actor by, Instant at) {
        Checked kind = papers.of(subject);
        Checked.Place place = kind.place(subject.id(), by);
        return look(subject, place, kind.paper(subject.id(), at), by);
    }

    /**
     * Looks while somebody writes, and counts what is new and what is gone.
     *
     * @param clicked fingerprints of the places that were mended by one click since the last look
     */
    @Transactional
    public Look look(SubjectRef subject, Set<String> clicked, Actor by, Instant at) {
        Checked kind = papers.of(subject);
        Checked.Place place = kind.place(subject.id(), by);
        CheckedPaper paper = kind.paper(subject.id(), at);
        if (place.writes()) {
            counting.record(subject, running.book().check(paper), clicked, place.step(), by.id(), at);
        }
        return look(subject, place, paper, by);
    }

    private Look look(SubjectRef subject, Checked.Place place, CheckedPaper paper, Actor by) {
        Running.Book book = running.book();
        List<Finding> all = book.check(paper);
        List<Finding> shown = all.stream().limit(SHOWN).toList();
        Map<String, FindingRows.Verdict> verdicts = rows.verdicts(subject);
        Map<Long, Integer> caught = rows.caught(shown.stream().map(f -> book.of(f.rule()).id()).distinct().toList());
        List<SeenFinding> seen = new ArrayList<>();
        for (Finding finding : shown) {
            RuleRows.Running rule = book.of(finding.rule());
            seen.add(new SeenFinding(
                    finding, rule.id(), rule.rule().text(), rule.rule().basis(), rule.originWords(), caught.getOrDefault(rule.id(), 0),
                    paragraph(paper.element(finding.element()), finding.from()), paper.file(finding.element()), said(verdicts.get(finding.fingerprint())),
                    stops(finding, rule.rule(), place.step())));
        }
        return new Look(subject, place, seen, all.size() - shown.size(), asked(subject, place, paper, book), by.may(WAIVE));
    }

    /** A blocking finding stops it, and so does a warning until it has its reason; at the steps that the rule names. */
    static boolean stops(Finding finding, Rule rule, @Nullable String step) {
        return finding.severity() != Severity.HINT && step != null && (rule.steps().isEmpty() || rule.steps().contains(step));
    }

    /** Those that stop the paper at that step and that nobody has judged. */
    List<Finding> stopping(SubjectRef subject, List<Finding> all, String step) {
        Running.Book book = running.book();
        Map<String, FindingRows.Verdict> verdicts = rows.verdicts(subject);
        return all.stream().filter(f -> stops(f, book.of(f.rule()).rule(), step) && !verdicts.containsKey(f.fingerprint())).toList();
    }

    List<Look.Asked> asked(SubjectRef subject, Checked.Place place, CheckedPaper paper, Running.Book book) {
        return place.step() == null ? List.of() : asked(subject, place.step(), paper, book);
    }

    List<Look.Asked> asked(SubjectRef subject, String step, CheckedPaper paper, Running.Book book) {
        List<Rule> questions = book.questions(paper, step);
        if (questions.isEmpty()) {
            return List.of();
        }
        Map<Long, AnswerRows.Answer> given = answers.of(subject, step, paper);
        return questions.stream().map(question -> {
            long rule = book.of(question.id()).id();
            AnswerRows.Answer answer = given.get(rule);
            return new Look.Asked(
                    rule, question.id(), question.text(), question.severity(), answer == null ? null : answer.answer(), answer == null ? "" : answer.note(),
                    answer == null ? "" : name(answer.by()), answer == null ? null : answer.at());
        }).toList();
    }

    private SeenFinding.@Nullable Said said(FindingRows.@Nullable Verdict verdict) {
        return verdict == null ? null : new SeenFinding.Said(verdict.verdict(), verdict.reason(), name(verdict.by()), verdict.at());
    }

    private String name(long person) {
        return directory.person(person).map(Directory.Entry::name).orElse("");
    }

    private static int paragraph(String text, int from) {
        return (int) text.substring(0, Math.min(from, text.length())).chars().filter(c -> c == '\n').count() + 1;
    }
}
