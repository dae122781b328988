package org.sanban.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.Finding;
import org.sanban.checks.Wording;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rules of checking hold against a paper that goes on. Each gate is named in the procedures of the kinds that are checked. */
@Configuration(proxyBeanMethods = false)
class CheckingGates {

    /** More are counted. */
    private static final int NAMED = 8;

    private record Look(String code, java.util.function.Function<Attempt, List<Objection>> looks) implements Gate {
        @Override
        public List<Objection> objections(Attempt attempt) {
            return looks.apply(attempt);
        }

        @Override
        public boolean overridable() {
            return true;
        }
    }

    /** No finding open that stops the paper at this step; what was mended, waived with a reason or called a false alarm does not. */
    @Bean
    Gate noOpenFindings(Papers papers, Running running, Findings findings, Counting counting) {
        return new Look("checking.no-open-findings", attempt -> {
            CheckedPaper paper = papers.of(attempt.subject()).locked(attempt.subject().id(), attempt.at());
            List<Finding> all = running.book().check(paper);
            List<Finding> open = findings.stopping(attempt.subject(), all, attempt.step());
            if (open.isEmpty()) {
                counting.record(attempt.subject(), all, Set.of(), attempt.step(), attempt.by().id(), attempt.at());
                return List.of();
            }
            Set<String> stopping = open.stream().map(Finding::fingerprint).collect(Collectors.toSet());
            counting.stops(attempt.subject(), all, stopping, attempt.step(), attempt.by().id(), attempt.at());
            return objections(open, running.book());
        });
    }

    private static List<Objection> objections(List<Finding> open, Running.Book book) {
        List<Objection> objections = new ArrayList<>();
        open.stream().limit(NAMED).forEach(f -> {
            Wording why = book.of(f.rule()).rule().text();
            String mend = f.suggestion() == null ? "" : f.suggestion();
            objections.add(Objection.of("checking.refusal.open-finding", f.rule(), f.quote(), mend, why.zh(), why.en()).at("checks"));
        });
        if (open.size() > NAMED) {
            objections.add(Objection.of("checking.refusal.more-findings", open.size() - NAMED).at("checks"));
        }
        return objections;
    }

    /** Every question of the step was answered for exactly this text by the person before whom it lies. */
    @Bean
    Gate questionsAnswered(Papers papers, Running running, Findings findings) {
        return new Look("checking.questions-answered", attempt -> {
            CheckedPaper paper = papers.of(attempt.subject()).locked(attempt.subject().id(), attempt.at());
            return findings.asked(attempt.subject(), attempt.step(), paper, running.book()).stream()
                    .filter(q -> !q.settled())
                    .map(q -> Objection.of("checking.refusal.question-open", q.code(), q.question().zh(), q.question().en()).at("questions")).toList();
        });
    }
}
