package org.sanban.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.checks.RuleTrial.Sample;

class RuleDraftTests {

    @ParameterizedTest(name = "{2} → {3}")
    @CsvSource({
        "遇有情况立既报告。, 遇有情况立即报告。, 立既报, 立即报",
        "请各单位认执行。, 请各单位认真执行。, 认执行, 认真执行",
        "要进一步步加强。, 要进一步加强。, 一步步加, 一步加",
        "由省级财厅负责。, 由省级财政厅负责。, 财厅负, 财政厅负",
        "统一署部。, 统一部署。, 一署部, 一部署",
    })
    void aCorrectionBecomesAWordPairWithTheLeastContext(String before, String after, String wrong, String right) {
        List<Rule> drafted = RuleDraft.wordPairs("ER-1", before, after, "差〔2026〕001");
        assertThat(drafted).hasSize(1);
        RuleBody.WordPair pair = (RuleBody.WordPair) drafted.getFirst().body();
        assertThat(pair).isEqualTo(new RuleBody.WordPair(wrong, right, List.of()));
        assertThat(before.replace(wrong, right)).isEqualTo(after);
        assertThat(after).doesNotContain(wrong);
        assertThat(drafted.getFirst().objections()).isEmpty();
        assertThat(drafted.getFirst().origin()).isEqualTo("差〔2026〕001");
    }

    @Test
    void twoCorrectionsAreTwoPairsAndAPassageWrittenAnewIsNone() {
        assertThat(RuleDraft.wordPairs("ER-1", "立既报告，认执行。", "立即报告，认真执行。", "x")).extracting(Rule::id).containsExactly("ER-1", "ER-1-2");
        assertThat(RuleDraft.wordPairs("ER-1", "一、压缩会议数量并且严格控制规模和会期。", "本年度财政预算执行情况总体良好。", "x")).isEmpty();
        assertThat(RuleDraft.wordPairs("ER-1", "同样的话。", "同样的话。", "x")).isEmpty();
    }

    @Test
    void aSpanBecomesAPatternWithItsFiguresOpen() {
        String text = "输水线路总长186公里（含隧洞）。";
        Rule rule = RuleDraft.pattern("ER-1", text, 2, 16, new Wording("核对里程", "Check the length"), "x");
        assertThat(rule.objections()).isEmpty();
        assertThat(RuleBook.of(List.of(rule)).check(CheckedPaper.ofBody("线路总长168.5公里（含隧洞）"))).hasSize(1);
        assertThat(RuleBook.of(List.of(rule)).check(CheckedPaper.ofBody("线路总长公里（含隧洞）"))).isEmpty();
    }

    @Test
    void aQuestionIsReadyToBeAsked() {
        Rule rule = RuleDraft.question("ER-1", new Wording("核对过吗？", "Compared?"), Set.of("review"), "x");
        assertThat(rule.objections()).isEmpty();
        assertThat(RuleBook.of(List.of(rule)).questions(CheckedPaper.ofBody("略"), "review")).hasSize(1);
        assertThat(RuleBook.of(List.of(rule)).questions(CheckedPaper.ofBody("略"), "proofread")).isEmpty();
    }

    @Test
    void aTrialShowsWhatTheRuleWouldHaveHit() {
        Rule rule = RuleBookTests.pair("A-1", "省政府", "省人民政府");
        List<Sample> papers = SamplePapers.inOrder();
        RuleTrial trial = RuleTrial.of(rule, papers);
        assertThat(trial.papers()).isEqualTo(papers.size());
        assertThat(trial.allHits()).isEqualTo(trial.hits().size()).isGreaterThan(trial.papersHit()).isPositive();
        assertThat(trial.hits()).allSatisfy(hit -> assertThat(papers.stream()
                        .filter(s -> s.name().equals(hit.sample())).findFirst().orElseThrow().paper().element(hit.finding().element()))
                .contains(hit.before() + hit.finding().quote() + hit.after()));
    }
}
