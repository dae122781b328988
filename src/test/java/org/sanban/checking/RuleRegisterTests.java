package org.sanban.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.checks.CheckedPaper;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleBody;
import org.sanban.checks.RuleBook;
import org.sanban.checks.Scope;
import org.sanban.checks.Severity;
import org.sanban.checks.Wording;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of the rules: shipped ones come and change, what the office decided stays; rules go from office to office. */
class RuleRegisterTests extends OfficeTest {

    @Autowired
    Rules rules;

    @Autowired
    RuleMaking making;

    @Autowired
    RulePublishing publishing;

    @Autowired
    RuleExchange exchange;

    @Autowired
    Trials trials;

    @Autowired
    Shipping shipping;

    @Autowired
    Running running;

    @Autowired
    PlatformTransactionManager transactions;

    private static List<String> codes(Throwable refused) {
        return ((Refused) refused).objections().stream().map(Objection::code).toList();
    }

    private static Rule pair(String id, String wrong, String right) {
        return new Rule(
                id, new RuleBody.WordPair(wrong, right, List.of()), Severity.WARN, Set.of(), Scope.ALL, new Wording("应作" + right, "Should be " + right), "",
                List.of(CheckedPaper.ofBody("此处" + wrong + "有误")), List.of(CheckedPaper.ofBody("此处" + right + "无误")), "shipped");
    }

    private Set<String> runningCodes() {
        return new TransactionTemplate(transactions).execute(s -> running.book().byCode().keySet());
    }

    @Test
    void theShippedRulesStandInTheRegisterFromTheFirstStartAndRun() {
        assertThat(runningCodes()).containsAll(RuleBook.shipped().stream().map(Rule::id).toList());
        assertThat(rules.all(new Rules.Filter("", null, null, null, OfficeRule.Source.SHIPPED, null))).hasSizeGreaterThanOrEqualTo(RuleBook.shipped().size());
        assertThat(shipping.take(RuleBook.shipped(), office.now())).as("a second start changes nothing").isEmpty();
    }

    @Test
    void anUpgradeGivesAShippedRuleANewEditionAndLeavesWhatTheOfficeDecided() {
        List<Rule> before = RuleBook.shipped();
        Rule one = pair("ZZ-UP-1", "升级钱", "升级前");
        Rule other = pair("ZZ-UP-2", "规则钱", "规则前");
        shipping.take(with(before, one, other), office.now());
        OfficeRule off = rules.byCode("ZZ-UP-1").orElseThrow();
        publishing.switchOff(off.id(), true, "本单位不用", office.actor("S006"), office.now());
        publishing.weigh(rules.byCode("ZZ-UP-2").orElseThrow().id(), Severity.BLOCK, office.actor("S006"), office.now());

        shipping.take(with(before, pair("ZZ-UP-1", "升级钱", "升级以前"), pair("ZZ-UP-2", "规则钱", "规则以前")), office.now());

        OfficeRule still = rules.byCode("ZZ-UP-1").orElseThrow();
        assertThat(still.off()).isTrue();
        assertThat(still.edition()).isEqualTo(2);
        assertThat(rules.edition(still.id(), 1).orElseThrow()).as("the edition before never changes").isEqualTo(one);
        OfficeRule heavier = rules.byCode("ZZ-UP-2").orElseThrow();
        assertThat(heavier.severity()).isEqualTo(Severity.BLOCK);
        assertThat(heavier.running()).isEqualTo(2);
        assertThat(runningCodes()).contains("ZZ-UP-2").doesNotContain("ZZ-UP-1");
        assertThat(codes(catchThrowable(() -> making.edit(still.id(), still.version(), one, office.actor("S007"), office.now()))))
                .as("its text is not the office's").containsExactly("checking.refusal.shipped-text-stands");

        shipping.take(before, office.now());
        assertThat(rules.byCode("ZZ-UP-2").orElseThrow().state()).as("not shipped any more").isEqualTo(OfficeRule.State.RETIRED);
    }

    private static List<Rule> with(List<Rule> before, Rule... more) {
        List<Rule> all = new java.util.ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void aRuleIsTriedBeforeItIsPublishedAndItsOldEditionRunsWhileTheNextIsMade() {
        String request = UUID.randomUUID().toString();
        RuleMaking.Lesson lesson = new RuleMaking.Lesson("按规定程续办理。", "按规定程序办理。", "", Set.of(), null, "差〔2026〕009");
        long id = making.draft(lesson, office.actor("S007"), office.now(), request);
        assertThat(making.draft(lesson, office.actor("S007"), office.now(), request)).as("a double click").isEqualTo(id);
        publishing.publish(id, office.actor("S006"), office.now());
        OfficeRule published = rules.one(id);
        assertThat(published.running()).isEqualTo(1);

        Rule reworded = published.rule().withExamples(published.rule().hits(), List.of(CheckedPaper.ofBody("按程序办理。")));
        making.edit(id, published.version(), reworded, office.actor("S007"), office.now());
        assertThat(catchThrowable(() -> making.edit(id, published.version(), published.rule(), office.actor("S007"), office.now()))).isInstanceOf(Stale.class);
        OfficeRule editing = rules.one(id);
        assertThat(editing.state()).isEqualTo(OfficeRule.State.DRAFT);
        assertThat(editing.running()).as("goes on running").isEqualTo(1);
        assertThat(codes(catchThrowable(() -> publishing.publish(id, office.actor("S006"), office.now())))).containsExactly("checking.refusal.try-first");
        trials.of(id, office.actor("S007"), office.now());
        publishing.publish(id, office.actor("S006"), office.now());
        assertThat(rules.one(id).running()).isEqualTo(2);

        publishing.retire(id, "试验结束", office.actor("S006"), office.now());
        assertThat(runningCodes()).doesNotContain(rules.one(id).code());
    }

    @Test
    void whatIsNoRuleIsRefusedWithItsReason() {
        assertThat(codes(catchThrowable(() -> draft("", "", ""))))
                .containsExactly("checking.refusal.before-missing");
        assertThat(codes(catchThrowable(() -> draft("完全一样。", "完全一样。", "")))).containsExactly("checking.refusal.no-rule-in-it");
        assertThat(codes(catchThrowable(() -> draft("字".repeat(3000), "", "")))).containsExactly("checking.refusal.reason-unfit");
        assertThat(codes(catchThrowable(() -> draft("机密★1年", "机密", "")))).as("a mark of secrecy").containsExactly("files.refusal.classified");

        long id = draft("接洽请洽询。", "", "");
        OfficeRule kept = rules.one(id);
        assertThat(codes(catchThrowable(() -> edit(kept, new RuleBody.WordPattern("([", null), kept.rule().hits())))).containsExactly("checks.objection.body");
        assertThat(codes(catchThrowable(() -> edit(kept, kept.rule().body(), List.of())))).containsExactly("checks.objection.no-example");
        long before = System.nanoTime();
        catchThrowable(() -> edit(kept, new RuleBody.WordPattern("(a+)+$", null), List.of(CheckedPaper.ofBody("a".repeat(3000) + "b"))));
        assertThat((System.nanoTime() - before) / 1_000_000_000.0).as("a pattern that would never come to an end").isLessThan(5);
    }

    private long draft(String before, String after, String question) {
        return making.draft(new RuleMaking.Lesson(before, after, question, Set.of(), null, ""), office.actor("S007"), office.now(), UUID.randomUUID().toString());
    }

    private void edit(OfficeRule kept, RuleBody body, List<CheckedPaper> hits) {
        Rule r = kept.rule();
        making.edit(
                kept.id(), kept.version(), new Rule(r.id(), body, r.severity(), r.steps(), r.scope(), r.text(), r.basis(), hits, List.of(), r.origin()),
                office.actor("S007"), office.now());
    }

    @Test
    void rulesGoToAnotherOfficeAndComeBackTheSameAndBadOnesAreRefusedAtTheirLine() {
        long id = draft("依法依归办理。", "依法依规办理。", "");
        String code = rules.one(id).code();
        String file = exchange.export(new Rules.Filter(code, null, null, null, null, null), false);
        assertThat(exchange.take(file, office.actor("S007"), office.now()).same()).as("word for word what stands here").containsExactly(code);

        String other = file.replace("依法依归", "依法依圭") + """
                - id: ZZ-IM-1
                  word-pair: {wrong: 切时加强, right: 切实加强}
                  severity: WARN
                  text: {zh: 应作切实, en: Should be 切实}
                  hits: [要切时加强领导]
                  misses: [要切实加强领导]
                - id: ZZ-IM-2
                  pattern: {find: '(['}
                  severity: WARN
                  text: {zh: 坏句式, en: Bad}
                  hits: [任何文字]
                - id: ZZ-IM-3
                  word-pair: {wrong: 没有例文, right: 有例文}
                  severity: WARN
                  text: {zh: 没有例文, en: None}
                """.replace("pattern: {find: '(['}", "pattern: '(['");
        Throwable wholeFile = catchThrowable(() -> exchange.take("rules: [{id: A, word-pair", office.actor("S007"), office.now()));
        assertThat(codes(wholeFile)).containsExactly("checks.file.not-yaml");

        RuleExchange.Taken taken = takeWhatCanBeRead(other);

        assertThat(taken.added()).extracting(OfficeRule::code).containsExactly("ZZ-IM-1");
        assertThat(taken.added().getFirst().state()).as("ours to try and to publish").isEqualTo(OfficeRule.State.DRAFT);
        assertThat(taken.bad()).anySatisfy(bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.objections()).extracting(Objection::code).contains("checking.refusal.code-taken");
        }).anySatisfy(bad -> {
            assertThat(bad.code()).isEqualTo("ZZ-IM-3");
            assertThat(other.lines().toList().get(bad.line() - 1)).contains("ZZ-IM-3");
            assertThat(bad.objections()).extracting(Objection::code).containsExactly("checks.objection.no-example");
        });
        assertThat(codes(catchThrowable(() -> exchange.take("x".repeat(RuleExchange.LONGEST + 1), office.actor("S007"), office.now()))))
                .containsExactly("checking.refusal.file-size");
        assertThat(codes(catchThrowable(() -> exchange.take("a: &a [x,x]\nb: &b [*a,*a]\nrules: {", office.actor("S007"), office.now())))).isNotEmpty();
        assertThat(codes(catchThrowable(() -> exchange.take("[".repeat(100_000), office.actor("S007"), office.now())))).containsExactly("checks.file.not-yaml");
    }

    private RuleExchange.Taken takeWhatCanBeRead(String yaml) {
        try {
            return exchange.take(yaml, office.actor("S007"), office.now());
        } catch (Refused refused) {
            throw new AssertionError(refused.objections().toString(), refused);
        }
    }
}
