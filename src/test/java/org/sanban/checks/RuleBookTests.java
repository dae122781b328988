package org.sanban.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.checks.CheckedPaper.Attached;
import org.sanban.pages.Refused;

class RuleBookTests {

    private static final Rule WRONG = pair("A-1", "立既", "立即");

    static Rule pair(String id, String wrong, String right) {
        RuleBody.WordPair pair = new RuleBody.WordPair(wrong, right, List.of());
        return new Rule(id, pair, Severity.BLOCK, Set.of(), Scope.ALL, Wordings.of(pair), "", List.of(), List.of(), "test");
    }

    static Rule pattern(String pattern, String suggestion) {
        return new Rule("P-1", new RuleBody.WordPattern(pattern, suggestion), Severity.WARN, Set.of(), Scope.ALL,
                new Wording("为什么", "why"), "", List.of(), List.of(), "test");
    }

    private static Finding only(String body, Rule... rules) {
        List<Finding> found = RuleBook.of(List.of(rules)).check(CheckedPaper.ofBody(body));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aFindingSaysWhereItIsAndWhatToPutThere() {
        String body = "第一段。\n遇有情况立既报告。";
        Finding found = only(body, WRONG);
        assertThat(body.substring(found.from(), found.to())).isEqualTo(found.quote()).isEqualTo("立既");
        assertThat(found.suggestion()).isEqualTo("立即");
        assertThat(found.element()).isEqualTo("body");
        assertThat(RuleBook.of(List.of(WRONG)).check(CheckedPaper.ofBody(body.replace(found.quote(), found.suggestion())))).isEmpty();
    }

    @Test
    void aWaiverFollowsItsPlaceAndIsVoidOnceTheSurroundingsChange() {
        String sentence = "各地各部门遇有重要紧急情况，要立既报告省政府办公厅总值班室，不得迟报。";
        String waived = only(sentence, WRONG).fingerprint();
        assertThat(only("前面多了一段。\n" + sentence + "\n后面也多了一段。", WRONG).fingerprint()).isEqualTo(waived);
        assertThat(only(sentence.replace("紧急情况", "灾害情况"), WRONG).fingerprint()).isNotEqualTo(waived);
        assertThat(only(sentence.replace("省政府", "省委"), WRONG).fingerprint()).isNotEqualTo(waived);
    }

    @Test
    void theSameWordsTwiceAreTwoPlaces() {
        List<Finding> found = RuleBook.of(List.of(WRONG)).check(CheckedPaper.ofBody("各地要严格值班值守，立既报告有关情况和问题。\n".repeat(2)));
        assertThat(found).hasSize(2).extracting(Finding::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void aPatternMayMarkAPartAndBuildItsSuggestionFromGroups() {
        Finding found = only("定于26年5月20日召开。", pattern("(?<at>(?<y>\\d\\d)年)(?=\\d)", "20${y}年"));
        assertThat(found.quote()).isEqualTo("26年");
        assertThat(found.suggestion()).isEqualTo("2026年");
        assertThat(found.message()).isNull();
    }

    @Test
    void aPatternThatWouldNeverEndIsGivenUpAndSaysSo() {
        long began = System.nanoTime();
        Finding found = only("一".repeat(60) + "。", pattern("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)完", null));
        assertThat(found.message()).isEqualTo("checks.pattern.too-slow");
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedWithTheNumberOfTheRule() {
        assertThatThrownBy(() -> RuleBook.of(List.of(pattern("(", null)))).isInstanceOf(Refused.class).hasMessageContaining("P-1");
        assertThatThrownBy(() -> RuleBook.of(List.of(pattern("一", "${y}")))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> RuleBook.of(List.of(pair("A", "同", "同")))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> RuleBook.of(List.of(WRONG, WRONG))).isInstanceOf(Refused.class).hasMessageContaining("twice");
    }

    @Test
    void theTextsOfAttachmentsAreReadToo() {
        CheckedPaper paper = CheckedPaper.ofBody("见附件。").with(List.of(new Attached("图", null), new Attached("说明", "立既执行。")));
        assertThat(RuleBook.of(List.of(WRONG)).check(paper)).extracting(Finding::element).containsExactly("attached.2");
        assertThat(paper.element("attached.2")).isEqualTo("立既执行。");
    }

    @Test
    void aQuestionIsAskedAtItsStepWhereItMatters() {
        RuleBook book = RuleBook.of(RuleBook.shipped());
        CheckedPaper letter = CheckedPaper.of("LETTER", "LATERAL", "关于征求意见的函", "请提出意见。");
        assertThat(book.questions(letter, "review")).extracting(Rule::id).contains("HD-01", "HD-03").doesNotContain("HD-02", "HD-06");
        assertThat(book.questions(letter.with("body", "安排资金20万元。"), "review")).extracting(Rule::id).contains("HD-06");
        assertThat(book.questions(letter, "proofread")).extracting(Rule::id).contains("HD-02");
    }

    @Test
    void aSuspicionIsNoMoreThanAHintAndLearnsFromSignedPapers() {
        Rule suspicion = RuleBook.shipped().stream().filter(r -> r.kind() == RuleKind.SUSPICION).findFirst().orElseThrow();
        CheckedPaper paper = CheckedPaper.ofBody("被判处死形缓期二年执行。");
        assertThat(RuleBook.of(List.of(suspicion)).check(paper)).extracting(Finding::quote).containsExactly("死形");
        assertThat(RuleBook.of(List.of(suspicion), Familiar.of(List.of("此处写作死形。"))).check(paper)).isEmpty();
        assertThat(suspicion.withSeverity(Severity.BLOCK).objections()).isNotEmpty();
    }

    @Test
    void aSuspicionGivesWayToARuleThatKnows() {
        Rule known = pair("A-1", "死形", "死刑");
        Rule suspicion = RuleBook.shipped().stream().filter(r -> r.kind() == RuleKind.SUSPICION).findFirst().orElseThrow();
        assertThat(RuleBook.of(List.of(suspicion, known)).check(CheckedPaper.ofBody("被判处死形缓期二年执行。")))
                .extracting(Finding::rule).containsExactly("A-1");
    }
}
