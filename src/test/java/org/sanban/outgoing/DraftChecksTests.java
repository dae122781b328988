package org.sanban.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Findings;
import org.sanban.checking.Judging;
import org.sanban.checking.Look;
import org.sanban.checking.OfficeRule;
import org.sanban.checking.RuleMaking;
import org.sanban.checking.RulePublishing;
import org.sanban.checking.RuleWorth;
import org.sanban.checking.Rules;
import org.sanban.checking.SeenFinding;
import org.sanban.checking.Trials;
import org.sanban.checks.Severity;
import org.sanban.collation.PlainPrinting;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.pages.NotFound;
import org.sanban.pages.Stale;
import org.sanban.people.Organizations;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;

/** The closed loop: an error becomes a rule, the rule stops a draft, what became of it is counted. */
class DraftChecksTests extends OutgoingTest {

    @Autowired
    RuleMaking making;

    @Autowired
    RulePublishing publishing;

    @Autowired
    Rules rules;

    @Autowired
    RuleWorth worth;

    @Autowired
    Trials trials;

    @Autowired
    Attachments attachments;

    private final List<Long> made = new ArrayList<>();

    /** Other tests go on in the same office. */
    @AfterEach
    void theRulesOfThisTestRunNoMore() {
        made.stream().filter(id -> rules.one(id).state() != OfficeRule.State.RETIRED)
                .forEach(id -> publishing.retire(id, "试验结束", office.actor("S006"), office.now()));
    }

    private long rule(String before, String after, Severity severity) {
        RuleMaking.Lesson lesson = new RuleMaking.Lesson(before, after, "", Set.of(), new SubjectRef("trial-error", 7), "差〔2026〕007");
        long id = making.draft(lesson, office.actor("S007"), office.now(), request());
        made.add(id);
        publishing.weigh(id, severity, office.actor("S006"), office.now());
        publishing.publish(id, office.actor("S006"), office.now());
        return id;
    }

    private Look look(long id, String who, String... clicked) {
        return findings.look(ref(id), Set.of(clicked), office.actor(who), office.now());
    }

    private SeenFinding only(long id, String who, long rule) {
        List<SeenFinding> all = findings.of(ref(id), office.actor(who), office.now()).findings().stream().filter(f -> f.rule() == rule).toList();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private RuleWorth.Worth worth(long rule) {
        return inTransaction(() -> worth.of(rule));
    }

    @Test
    void anErrorBecomesARuleThatStopsTheNextDraftAtItsGateUntilItIsMendedAndTheRuleCountsIt_promise7() {
        long rule = rule("请提出书免意见。", "请提出书面意见。", Severity.BLOCK);
        long id = begun(letter("云岭省人民政府办公厅关于书免的函", BODY.replace("书面意见", "书免意见")));
        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", BODY.replace("书面意见", "书免意见")));

        Throwable refused = catchThrowable(() -> complete(id, "S021", "review"));

        assertThat(codes(refused)).containsExactly("checking.refusal.open-finding");
        assertThat(((org.sanban.pages.Refused) refused).objections().getFirst().field()).as("it leads to the findings").isEqualTo("checks");
        assertThat(step(id)).isEqualTo("draft");
        assertThat(worth(rule)).as("that it was stopped stands, though the act was rolled back").isEqualTo(new RuleWorth.Worth(1, 1, 0, 0, 0, 0, 0, 1));

        SeenFinding found = only(id, "S021", rule);
        assertThat(found.origin()).isEqualTo("差〔2026〕007");
        judging.correct(ref(id), found.finding().fingerprint(), paper(id, "S021").version(), "window-of-S021", office.actor("S021"), office.now());
        assertThat(paper(id, "S021").draft().body()).isEqualTo(BODY);
        complete(id, "S021", "review");

        assertThat(step(id)).isEqualTo("review");
        assertThat(worth(rule)).isEqualTo(new RuleWorth.Worth(1, 0, 1, 1, 0, 0, 0, 1));
        assertThat(rules.from(new SubjectRef("trial-error", 7))).extracting(OfficeRule::id).contains(rule);
    }

    @Test
    void promise7_whatStandsInAnAttachedFileStopsThePaperAndItsPlaceIsNamed() throws IOException {
        long id = begun();
        Upload notes = new Upload("说明.txt", new ByteArrayInputStream("一、总体要求。\n遇有重要紧急情况立既报告。".getBytes(UTF_8)), Attachment.Copy.ATTACHMENT);
        Upload list = new Upload("清单.docx", new ByteArrayInputStream(word("责任清单", "方案己经省政府同意。")), Attachment.Copy.ATTACHMENT);
        Upload table = new Upload("台账.pdf", new ByteArrayInputStream(PlainPrinting.paragraphs(List.of("责任台账", "一、各有关单位每月报送一次进展情况并逐项说明存在的问题，二、三季度的布署另行通知。"))), Attachment.Copy.ATTACHMENT);
        List.of(notes, list, table).forEach(file -> attachments.add(ref(id), file, office.actor("S021"), office.now(), request()));

        assertThat(look(id, "S021").findings()).filteredOn(SeenFinding::atGate).satisfiesExactly(
                one -> assertThat(one).extracting(f -> f.finding().quote(), SeenFinding::file, SeenFinding::paragraph).containsExactly("立既", "说明.txt", 2),
                other -> assertThat(other).extracting(f -> f.finding().quote(), SeenFinding::file, SeenFinding::paragraph).containsExactly("己经", "清单.docx", 2),
                third -> assertThat(third).extracting(f -> f.finding().quote(), SeenFinding::file, SeenFinding::paragraph).containsExactly("布署", "台账.pdf", 2));
        assertThat(codes(catchThrowable(() -> complete(id, "S021", "review")))).filteredOn("checking.refusal.open-finding"::equals).hasSize(3);
        String print = look(id, "S021").findings().getFirst().finding().fingerprint();
        assertThat(catchThrowable(() -> judging.correct(
                ref(id), print, paper(id, "S021").version(), "window-of-S021", office.actor("S021"), office.now()))).as("a file is mended where it was written").isInstanceOf(Stale.class);
    }

    @Test
    void promise7_aBodyCalledByItsFormerNameAfterTheRenamingIsAFindingWithTheNameOfToday() {
        String name = "云岭省数字政务管理局" + System.nanoTime();
        String former = name.replace("数字政务管理局", "政务信息化办公室");
        long id = inTransaction(() -> organizations.add(
                new Organizations.Organization(0, "ORG-" + System.nanoTime(), name, name.substring(3), "DEPARTMENT", 1, null, null, null, true, 0),
                office.actor("A01"), office.now()));
        assertThat(codes(catchThrowable(() -> organizations.called(id, name, LocalDate.of(2026, 3, 31), office.actor("A01"), office.now()))))
                .containsExactly("people.refusal.former-name-of-today");
        long paper = begun(letter("云岭省人民政府办公厅关于征求意见的函", BODY.replace("结合职责", "会同" + former + "结合职责")));
        assertThat(renamed(paper)).isEmpty();

        organizations.called(id, former, LocalDate.of(2026, 8, 31), office.actor("A01"), office.now().plus(Duration.ofDays(100)));
        assertThat(renamed(paper)).as("the paper is of a day on which it was still called so").isEmpty();
        organizations.called(id, former, LocalDate.of(2026, 3, 31), office.actor("A01"), office.now());
        assertThat(renamed(paper)).singleElement().satisfies(f -> {
            assertThat(f.finding().quote()).isEqualTo(former);
            assertThat(f.finding().suggestion()).isEqualTo(name);
        });
    }

    private List<SeenFinding> renamed(long id) {
        return look(id, "S021").findings().stream().filter(f -> "checks.bodies.renamed".equals(f.finding().message())).toList();
    }

    private static byte[] word(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            List.of(paragraphs).forEach(text -> document.createParagraph().createRun().setText(text));
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void promise7_reviewingAndProofreadingAreNotFinishedBeforeTheirQuestionsAreAnsweredForThisText() {
        long id = reviewing();
        Act.Complete reviewed = Act.Complete.of(task(id, "S007"), "submit", "同意");
        assertThat(codes(catchThrowable(() -> handlings.apply(ref(id), reviewed, office.actor("S007"), office.now(), request()))))
                .isNotEmpty().containsOnly("checking.refusal.question-open");
        answerQuestions(id, "S007");
        write(id, "S007", "书面意见", "书面修改意见");
        assertThat(codes(catchThrowable(() -> handlings.apply(ref(id), reviewed, office.actor("S007"), office.now(), request()))))
                .as("the answers were given for another text").containsOnly("checking.refusal.question-open");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        sign(id, "S001");
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        complete(id, "S009", "proofread", Act.Pick.person(office.person("S009")));
        Act.Complete read = Act.Complete.of(task(id, "S009"), "seal", "同意");
        assertThat(codes(catchThrowable(() -> handlings.apply(ref(id), read, office.actor("S009"), office.now(), request()))))
                .contains("checking.refusal.question-open", "outgoing.refusal.two-readers");
    }

    @Test
    void aGateIsPassedOnlyByANamedRoleWithAReasonAndASupervisorSeesItAfterwards_promise16() {
        long rule = rule("物流枢纫建设专项资金", "物流枢纽建设专项资金", Severity.BLOCK);
        long id = reviewing();
        write(id, "S007", "物流枢纽建设专项资金", "物流枢纫建设专项资金");
        answerQuestions(id, "S007");
        long task = task(id, "S007");
        Act.Complete plain = Act.Complete.of(task, "submit", "同意");

        assertThat(codes(catchThrowable(() -> handlings.apply(ref(id), plain, office.actor("S007"), office.now(), request()))))
                .containsExactly("checking.refusal.open-finding");
        handlings.apply(ref(id), new Act.Complete(task, "submit", null, List.of(), null, null, "专有名词，与原件一致"), office.actor("S007"), office.now(), request());

        assertThat(step(id)).isEqualTo("submit");
        assertThat(worth(rule)).isEqualTo(new RuleWorth.Worth(1, 0, 0, 0, 0, 0, 1, 1));
        assertThat(inTransaction(() -> jdbc.sql("""
                        select t.note from task t join handling h on h.id = t.handling_id
                         where h.subject_kind = 'outgoing' and h.subject_id = ? and t.kind = 'OVERRIDE' and t.role = 'SUPERVISOR' and t.state = 'OPEN'""")
                .param(id).query(String.class).list())).containsExactly("专有名词，与原件一致");

        long drafted = begun(letter("云岭省人民政府办公厅关于征求意见的函", BODY.replace("物流枢纽建设", "物流枢纫建设")));
        Act.Complete overriding = new Act.Complete(task(drafted, "S021"), "review", null, List.of(), null, null, "来不及改");
        assertThat(codes(catchThrowable(() -> handlings.apply(ref(drafted), overriding, office.actor("S021"), office.now(), request()))))
                .as("a drafter is no such role").containsExactly("checking.refusal.open-finding");
    }

    @Test
    void aWaiverBelongsToTheWordsAtTheirPlaceAndComesBackWhenTheyChange() {
        long rule = rule("并说明依椐。", "并说明依据。", Severity.WARN);
        String text = BODY.replace("说明依据", "说明依椐");
        long id = begun(letter("云岭省人民政府办公厅关于征求意见的函", text));
        String print = only(id, "S021", rule).finding().fingerprint();

        assertThat(codes(catchThrowable(() -> judging.judge(ref(id), print, Judging.Verdict.WAIVED, " ", office.actor("S021"), office.now()))))
                .containsExactly("checking.refusal.reason-missing");
        judging.judge(ref(id), print, Judging.Verdict.WAIVED, "按惯例简称", office.actor("S021"), office.now());
        assertThat(only(id, "S021", rule).verdict().reason()).isEqualTo("按惯例简称");

        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", "前面另起一段。\n" + text));
        assertThat(only(id, "S021", rule).open()).as("elsewhere in the text, the same words").isFalse();
        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", text.replace("提出意见，并", "提出书面意见，同时并")));
        assertThat(only(id, "S021", rule).open()).as("among other words").isTrue();
        assertThat(codes(catchThrowable(() -> complete(id, "S021", "review")))).containsExactly("checking.refusal.open-finding");
        assertThat(worth(rule).waived()).isEqualTo(1);
        assertThat(worth(rule).hits()).isEqualTo(2);
    }

    @Test
    void aBlockingFindingIsNotWaivedByWhoeverWroteItButMayBeCalledAFalseAlarmAndTakenBack() {
        long rule = rule("感谢你单味的支持", "感谢你单位的支持", Severity.BLOCK);
        long id = begun(letter("云岭省人民政府办公厅关于征求意见的函", BODY.replace("你单位的支持", "你单味的支持")));
        String print = only(id, "S021", rule).finding().fingerprint();

        assertThat(codes(catchThrowable(() -> judging.judge(ref(id), print, Judging.Verdict.WAIVED, "可以", office.actor("S021"), office.now()))))
                .containsExactly("checking.refusal.blocking-is-not-waived");
        judging.judge(ref(id), print, Judging.Verdict.FALSE_ALARM, "引用原文", office.actor("S021"), office.now());
        complete(id, "S021", "review");
        judging.judge(ref(id), print, Judging.Verdict.TAKEN_BACK, "原文并非如此", office.actor("S007"), office.now());

        assertThat(codes(catchThrowable(() -> complete(id, "S007", "submit")))).containsExactly("checking.refusal.open-finding");
        assertThatThrownBy(() -> findings.of(ref(id), office.actor("S014"), office.now())).as("whoever does not see the paper").isInstanceOf(NotFound.class);
        assertThat(codes(catchThrowable(() -> judging.judge(ref(id), print, Judging.Verdict.FALSE_ALARM, "x", office.actor("S021"), office.now()))))
                .as("it lies with the reviewer now").containsExactly("checking.refusal.not-before-you");
    }

    @Test
    void aPlaceIsCountedOnceAndNotAtEveryKeystroke() {
        long rule = rule("有关事项函吿如下", "有关事项函告如下", Severity.HINT);
        String wrong = BODY.replace("函告如下", "函吿如下");
        long id = begun(letter("云岭省人民政府办公厅关于征求意见的函", wrong));
        look(id, "S021");
        look(id, "S021");
        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", BODY));
        clock.forward(Duration.ofSeconds(5));
        look(id, "S021");
        assertThat(worth(rule)).as("mended while it was typed").isEqualTo(RuleWorth.Worth.NONE);

        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", wrong));
        look(id, "S021");
        clock.forward(Duration.ofMinutes(2));
        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", wrong.replace("有关事项", "请研究。有关事项")));
        look(id, "S021");
        assertThat(worth(rule)).as("other words around it").isEqualTo(new RuleWorth.Worth(1, 1, 0, 0, 0, 0, 0, 0));

        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", BODY));
        look(id, "S021");
        assertThat(worth(rule)).isEqualTo(new RuleWorth.Worth(1, 0, 1, 0, 0, 0, 0, 0));
        write(id, "S021", letter("云岭省人民政府办公厅关于征求意见的函", wrong.replace("有关事项", "请研究。有关事项")));
        look(id, "S021");
        assertThat(worth(rule)).as("undone").isEqualTo(new RuleWorth.Worth(1, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aCorrectionFromAWindowThatIsStaleOrHasNoPenWritesNothing() {
        long rule = rule("请结合职贵对有关", "请结合职责对有关", Severity.WARN);
        String wrong = BODY.replace("职责", "职贵");
        long id = begun(letter("云岭省人民政府办公厅关于征求意见的函", wrong));
        SeenFinding found = only(id, "S021", rule);
        int read = paper(id, "S021").version();
        drafts.save(id, read, WINDOW, letter("云岭省人民政府办公厅关于征求意见的函", wrong + "\n另一个窗口写的。"), office.actor("S021"), office.now());
        String now = paper(id, "S021").draft().body();

        assertThatThrownBy(() -> judging.correct(ref(id), found.finding().fingerprint(), read, "page-00000021", office.actor("S021"), office.now())).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> judging.correct(ref(id), found.finding().fingerprint(), read + 1, "page-00000021", office.actor("S021"), office.now()))
                .as("another window holds the pen").isInstanceOf(Stale.class);
        assertThat(paper(id, "S021").draft().body()).isEqualTo(now);
        assertThatThrownBy(() -> judging.correct(ref(id), "no-such-place", read + 1, WINDOW, office.actor("S021"), office.now())).isInstanceOf(Stale.class);
        judging.correct(ref(id), found.finding().fingerprint(), read + 1, WINDOW, office.actor("S021"), office.now());
        assertThat(paper(id, "S021").draft().body()).isEqualTo(now.replace("职贵", "职责"));
    }

    @Test
    void aQuestionIsAnsweredByANamedPersonForExactlyThisText() {
        RuleMaking.Lesson lesson = new RuleMaking.Lesson("", "", "附件数字与正文一致吗？", Set.of("draft"), null, "");
        long rule = making.draft(lesson, office.actor("S007"), office.now(), request());
        made.add(rule);
        OfficeRule drafted = rules.one(rule);
        String scoped = "关于核对甲乙丙的函";
        making.edit(rule, drafted.version(), withWhen(drafted, "甲乙丙"), office.actor("S007"), office.now());
        trials.of(rule, office.actor("S007"), office.now());
        publishing.publish(rule, office.actor("S006"), office.now());
        long id = begun(letter("云岭省人民政府办公厅" + scoped, BODY));

        assertThat(codes(catchThrowable(() -> complete(id, "S021", "review")))).containsExactly("checking.refusal.question-open");
        assertThat(codes(catchThrowable(() -> judging.answer(ref(id), rule, Judging.Answer.NO, "", office.actor("S021"), office.now()))))
                .containsExactly("checking.refusal.reason-missing");
        judging.answer(ref(id), rule, Judging.Answer.YES, "", office.actor("S021"), office.now());
        write(id, "S021", letter("云岭省人民政府办公厅" + scoped, BODY + "\n又加一句。"));
        assertThat(codes(catchThrowable(() -> complete(id, "S021", "review")))).as("the text changed").containsExactly("checking.refusal.question-open");
        judging.answer(ref(id), rule, Judging.Answer.NOT_APPLICABLE, "没有附件", office.actor("S021"), office.now());
        Look.Asked asked = findings.of(ref(id), office.actor("S021"), office.now()).questions().getFirst();
        assertThat(asked.by()).isEqualTo("滕以宁");
        complete(id, "S021", "review");
        assertThat(step(id)).isEqualTo("review");
    }

    private static org.sanban.checks.Rule withWhen(OfficeRule kept, String when) {
        org.sanban.checks.Rule r = kept.rule();
        return new org.sanban.checks.Rule(
                r.id(), new org.sanban.checks.RuleBody.Question(when), r.severity(), r.steps(), r.scope(), r.text(), r.basis(), r.hits(), r.misses(), r.origin());
    }

    @Test
    void tenThousandFindingsAreShownInPartAndCountedInPartAndTheGateNamesSome() {
        long rule = rule("请予以批付。", "请予以批复。", Severity.BLOCK);
        long id = begun(letter("云岭省人民政府办公厅关于征求意见的函", BODY + "\n" + "请予以批付。".repeat(10_000)));

        Look look = look(id, "S021");

        assertThat(look.findings()).hasSize(Findings.SHOWN);
        assertThat(look.findings().size() + look.more()).isGreaterThanOrEqualTo(10_000);
        assertThat(worth(rule).hits()).isBetween(1, 300);
        Throwable refused = catchThrowable(() -> complete(id, "S021", "review"));
        assertThat(codes(refused)).endsWith("checking.refusal.more-findings").hasSizeLessThan(12);
    }

    @Test
    void aDraftedRuleIsTriedAtOnceOnTheSignedPapersOfTheYearAndTellsWordsOnlyToWhoeverSeesThem() {
        long id = begun(letter("云岭省人民政府办公厅关于试运行的函", BODY.replace("感谢你单位的支持", "感谢你们单位之支持")));
        complete(id, "S021", "review");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        sign(id, "S001");

        long rule = making.draft(
                new RuleMaking.Lesson("感谢你们单位之支持。", "感谢你们单位的支持。", "", Set.of(), null, "差〔2026〕008"), office.actor("S007"), office.now(), request());
        made.add(rule);

        Trials.Trial trial = trials.last(rule, office.actor("S007")).orElseThrow();
        assertThat(rules.one(rule).state()).isEqualTo(OfficeRule.State.TRIED);
        assertThat(trial.struck()).isEqualTo(1);
        assertThat(trial.shown()).singleElement().satisfies(hit -> {
            assertThat(hit.subject()).isEqualTo("outgoing/" + id);
            assertThat(hit.before() + hit.quote() + hit.after()).contains("感谢你们单位之支持");
        });
        assertThat(trials.last(rule, office.actor("S014")).orElseThrow().shown().getFirst().quote()).as("whoever may not see the paper").isEmpty();
        assertThat(findings.of(ref(id), office.actor("S007"), office.now()).findings()).as("it runs nowhere yet").noneMatch(f -> f.rule() == rule);
    }
}
