package org.sanban.checking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.Familiar;
import org.sanban.checks.Finding;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleBook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The rules that run now, compiled once and again whenever one of them changes, on whichever server. */
@Component
class Running {

    /** The rules as they ran at one time. */
    record Book(long version, RuleBook rules, Map<String, RuleRows.Running> byCode) {

        List<Finding> check(CheckedPaper paper) {
            return rules.check(paper);
        }

        List<Rule> questions(CheckedPaper paper, String step) {
            return rules.questions(paper, step);
        }

        RuleRows.Running of(String code) {
            return java.util.Objects.requireNonNull(byCode.get(code), code);
        }
    }

    private final RuleRows rows;
    private final Papers papers;
    private final Clock clock;
    private final int learned;
    private volatile Book known = new Book(0, RuleBook.of(List.of()), Map.of());

    /** @param learned of the newest signed papers so many are familiar: what is written there is not suspicious */
    Running(RuleRows rows, Papers papers, Clock clock, @Value("${sanban.checking.learned-papers:500}") int learned) {
        this.rows = rows;
        this.papers = papers;
        this.clock = clock;
        this.learned = learned;
    }

    /** Asked inside a transaction; costs one short statement while nothing changed. */
    Book book() {
        long version = rows.book();
        Book book = known;
        if (book.version() == version) {
            return book;
        }
        List<RuleRows.Running> running = rows.running();
        Map<String, RuleRows.Running> byCode = new HashMap<>();
        running.forEach(rule -> byCode.put(rule.rule().id(), rule));
        Book fresh = new Book(version, RuleBook.of(running.stream().map(RuleRows.Running::rule).toList(), familiar()), Map.copyOf(byCode));
        known = fresh;
        return fresh;
    }

    private Familiar familiar() {
        LocalDate since = LocalDate.now(clock).minusYears(1);
        return Familiar.of(papers.all().stream().flatMap(kind -> kind.signedSince(since, learned).stream())
                .flatMap(signed -> signed.paper().elements().values().stream()).toList());
    }
}
