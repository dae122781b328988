package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule tried on papers of the past (试运行): what it would have hit. On papers that were signed as they are, a hit is a false alarm or
 * an error nobody saw; a person says which.
 *
 * @param papers how many were looked at
 * @param papersHit in how many of them it hit
 * @param hits in the order of the papers, at most {@link #SHOWN}
 * @param allHits how many there were altogether
 */
public record RuleTrial(int papers, int papersHit, List<Hit> hits, int allHits) {

    /** More hits than that are counted, not kept. */
    public static final int SHOWN = 200;

    private static final int AROUND = 20;

    /** @param name what the caller knows it by */
    public record Sample(String name, CheckedPaper paper) {}

    /** @param before up to 20 characters of the same line before the place; so {@code after} */
    public record Hit(String sample, Finding finding, String before, String after) {}

    /** @throws org.sanban.pages.Refused if the rule cannot be understood */
    public static RuleTrial of(Rule rule, Iterable<Sample> samples) {
        RuleBook book = RuleBook.of(List.of(rule));
        List<Hit> hits = new ArrayList<>();
        int papers = 0;
        int papersHit = 0;
        int all = 0;
        for (Sample sample : samples) {
            List<Finding> found = book.check(sample.paper());
            papers++;
            papersHit += found.isEmpty() ? 0 : 1;
            all += found.size();
            found.stream().limit(SHOWN - hits.size()).forEach(finding -> hits.add(hit(sample, finding)));
        }
        return new RuleTrial(papers, papersHit, List.copyOf(hits), all);
    }

    private static Hit hit(Sample sample, Finding finding) {
        String text = sample.paper().element(finding.element());
        String before = text.substring(Math.max(0, finding.from() - AROUND), finding.from());
        String after = text.substring(finding.to(), Math.min(text.length(), finding.to() + AROUND));
        return new Hit(sample.name(), finding, before.substring(before.lastIndexOf('\n') + 1), after.lines().findFirst().orElse(""));
    }
}
