/**
 * Checks on a draft (核稿检查): a pure core without Spring and without a database.
 *
 * <p>A {@link org.sanban.checks.Rule} is data with an id, a reason, a severity and examples; a {@link org.sanban.checks.RuleBook} is many of
 * them compiled; it looks at a {@link org.sanban.checks.CheckedPaper} and says {@link org.sanban.checks.Finding}s, each a span of one
 * element. {@link org.sanban.checks.RuleDraft} makes rules out of errors, {@link org.sanban.checks.RuleTrial} tries them on papers of
 * the past, {@link org.sanban.checks.RuleFile} carries them between offices. The rules the product comes with stand in
 * {@code rules/checks/*.yaml}; whatever is Chinese in a rule stands there, not in code.
 *
 * <p>Where the line to {@code routing} runs: what holds between bodies and elements (R-01 to R-34 of domain.md §3.8: who is written to,
 * title and type, form of the number, list and files of attachments, title before number, order of 一、（一）, days that do not exist
 * and weekdays in the text, sums in the tables of the text, names no directory knows, order of leaders) stays there and is not said a second time here.
 * Here stands what is read off the characters of any text, attachments included, whoever writes to whom.
 *
 * <p>No check here finds a dropped character in a free text for sure; that is what the comparison with the signed text is for. Offsets count {@code char}s.
 */
@NullMarked
package org.sanban.checks;

import org.jspecify.annotations.NullMarked;
