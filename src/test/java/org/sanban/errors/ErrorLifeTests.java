package org.sanban.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.workflow.Act;

/** From the report to the rule (domain.md §7.5). */
class ErrorLifeTests extends ErrorTest {

    @Test
    void anErrorIsToldInOneSentenceAndLiesBeforeTheKeeperAtOnce() {
        long id = told("报审时限表附件漏列一行");
        ErrorRecord told = read(id);
        assertThat(told.no()).matches("差〔\\d{4}〕\\d{3,}");
        assertThat(told.state()).isEqualTo(State.REPORTED);
        assertThat(step(id)).isEqualTo("verify");
        assertThat(told.found().at()).isEqualTo(office.now());
        assertThat(told.found().madeAt()).as("nobody knows yet when it was made").isNull();
    }

    @Test
    void aSeriousErrorGoesThroughEveryStepAndIsStampedOnItsWay() {
        long id = told("正文第三页漏一个“不”字");
        correct(id);
        assertThat(read(id).correction().done()).as("it is mended before anybody asked why").isTrue();
        throughCause(id, "S3");
        assertThat(read(id).state()).isEqualTo(State.CAUSE_ANALYSED);
        assertRefused("errors.gap.corrective", () -> finish(id, HEAD, "corrected", null));
        action(id, Actions.Nature.PREVENTIVE, MAKER);
        long mended = action(id, Actions.Nature.CORRECTIVE, null);
        assertThatThrownBy(() -> finish(id, HEAD, "corrected", null)).as("the errand is out").isInstanceOf(Refused.class);
        report(id, MAKER, "清单已改，附校对单");
        actions.done(id, mended, "附样张", null, office.actor(HEAD), office.now());
        finish(id, HEAD, "corrected", null);
        verifying.verify(id, "抽查三十件", "未再发生", true, office.actor(KEEPER), office.now());
        assertRefused("workflow.refusal.not-this-way", () -> finish(id, KEEPER, "verified", null));
        finish(id, KEEPER, "explain", null);
        assertRefused("errors.gap.explanation", () -> finish(id, HEAD, "explained", null));
        explaining.plan(id, "处务会", null, office.now(), "承办处室负责同志", office.actor(HEAD), office.now());
        explaining.prepare(id, "漏一个字", "只校正文", "清单加一项", office.actor(HEAD), office.now());
        explaining.held(id, "已说明，会议要求举一反三", null, office.actor(HEAD), office.now());
        finish(id, HEAD, "explained", null);
        assertRefused("workflow.refusal.not-this-way", () -> finish(id, KEEPER, "no-case", "不入"));
        errors.inCasebook(id, "CB-2026-04", office.actor(KEEPER), office.now());
        finish(id, KEEPER, "entered", null);
        errors.becameRule(id, "R-22", office.actor(KEEPER), office.now());
        finish(id, KEEPER, "rule-made", null);
        ErrorRecord done = read(id);
        assertThat(done.state()).isEqualTo(State.CLOSED);
        assertThat(List.of(done.stamps().confirmed(), done.stamps().classified(), done.stamps().analysed(), done.stamps().verified(), done.stamps().explained(), done.stamps().closed()))
                .as("every stamp is set").doesNotContainNull();
        assertThat(actions.of(id)).allSatisfy(a -> assertThat(a.evidence()).isNotBlank());
    }

    @Test
    void whatIsNoErrorEndsWithItsReasonAndANearMissWithThanks() {
        long none = told("认为落款应在左侧");
        assertRefused("workflow.refusal.opinion-missing", () -> finish(none, KEEPER, "rejected", null));
        finish(none, KEEPER, "rejected", "符合国家标准");
        assertThat(read(none).state()).isEqualTo(State.REJECTED);
        long near = told(MAKER, Source.SELF, "自查发现附件序号错误");
        finish(near, KEEPER, "confirmed", null);
        classify(near, "S0");
        assertRefused("errors.gap.correction", () -> finish(near, KEEPER, "near-miss", null));
        correct(near);
        finish(near, KEEPER, "near-miss", null);
        assertThat(read(near).nature().nearMiss()).isTrue();
        assertThat(read(near).stamps().outcome()).isEqualTo("NEAR_MISS");
    }

    @Test
    void agraveErrorIsToldElsewhereAndOnlyItsStubStaysHere() {
        long id = told("疑似涉及失泄密线索");
        finish(id, KEEPER, "confirmed", null);
        classify(id, "S4");
        assertRefused("workflow.refusal.not-this-way", () -> finish(id, KEEPER, "classified", null));
        finish(id, KEEPER, "outside", "已按法定渠道报告");
        assertThat(read(id).state()).isEqualTo(State.OUTSIDE);
    }

    @Test
    void goingBackTakesTheStampsBackAndAnErrorThatCameBackIsSeenByTypeStepAndUnit() {
        long first = told("第一次漏列一行");
        finish(first, KEEPER, "confirmed", null);
        classify(first, "S1", "E-DO-07", office.now().minus(Duration.ofDays(40)));
        long second = told("又漏列一行");
        finish(second, KEEPER, "confirmed", null);
        classify(second, "S1", "E-DO-07", office.now().minus(Duration.ofDays(1)));
        assertThat(read(second).again().of()).isEqualTo(first);
        assertThat(read(second).again().by()).isEqualTo("TYPE_STEP_UNIT");
        assertThat(read(first).again().of()).as("the earlier one is no recurrence of the later").isNull();
        finish(second, KEEPER, "classified", null);
        assertThat(read(second).stamps().classified()).isNotNull();
        long task = positions.of(ErrorKind.ref(second), office.actor(HEAD)).orElseThrow().mainAt("responsibility");
        handlings.apply(ErrorKind.ref(second), new Act.Return(task, "classify", List.of(), false, "级别请再定"), office.actor(HEAD), office.now(), key());
        assertThat(read(second).stamps().classified()).isNull();
        assertThat(read(second).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void likeWordsAreShownAsPerhapsTheSame() {
        long first = told("会议通知漏通知省工业和信息化厅");
        finish(first, KEEPER, "confirmed", null);
        long second = told("会议通知又漏通知了省工业和信息化厅");
        assertThat(errors.alike(read(second), office.actor(KEEPER))).extracting(Recurrence.Earlier::id).contains(first);
        long other = told("印章盖歪");
        assertThat(errors.alike(read(other), office.actor(KEEPER))).isEmpty();
    }

    @Test
    void whoIsConcernedVerifiesNothingNorWhoeverIsBelow() {
        long id = told("校对漏字");
        correct(id);
        throughCause(id, "S1");
        restricted.name(id, office.person(KEEPER), "校对人", 100, null, office.actor(KEEPER), office.now());
        finish(id, HEAD, "corrected", null);
        assertRefused("errors.refusal.verifier", () -> verifying.verify(id, "抽查", "合格", true, office.actor(KEEPER), office.now()));
        long task = positions.of(ErrorKind.ref(id), office.actor(KEEPER)).orElseThrow().mainAt("verification");
        handlings.apply(ErrorKind.ref(id), new Act.Forward(task, office.person("S007"), "回避"), office.actor(KEEPER), office.now(), key());
        assertRefused("errors.refusal.verifier", () -> verifying.verify(id, "抽查", "合格", true, office.actor("S007"), office.now()));
        long again = positions.of(ErrorKind.ref(id), office.actor("S007")).orElseThrow().mainAt("verification");
        handlings.apply(ErrorKind.ref(id), new Act.Forward(again, office.person("S015"), "回避"), office.actor("S007"), office.now(), key());
        verifying.verify(id, "抽查", "不合格", false, office.actor("S015"), office.now());
        assertRefused("errors.gap.verification", () -> finish(id, "S015", "verified", null));
        verifying.verify(id, "再抽查", "合格", true, office.actor("S015"), office.now());
        finish(id, "S015", "verified", null);
        assertThat(step(id)).isEqualTo("casebook");
    }

    @Test
    void badInputIsRefusedBesideItsField() {
        assertRefused("errors.refusal.description", () -> told(" "));
        assertRefused("errors.refusal.names-somebody", () -> told("仲夏阳漏校一行"));
        assertRefused("errors.refusal.business", () -> reporting.report(Report.of(null, "NOTHING", Source.SELF, "x"), office.actor(TELLER), office.now(), key()));
        long id = told("漏字");
        assertRefused("errors.refusal.type-of-business", () -> classify(id, "S1", "E-MT-01", office.now()));
        assertRefused("errors.refusal.made-after-found", () -> classify(id, "S1", "E-DO-05", office.now().plusSeconds(60)));
        assertRefused("errors.refusal.names-somebody", () -> finish(id, KEEPER, "confirmed", "系仲夏阳所为"));
        assertThatThrownBy(() -> understanding.correct(id, 99, "x", null, office.actor(KEEPER), office.now())).isInstanceOf(Stale.class);
        assertRefused("errors.refusal.not-before-you", () -> understanding.correct(id, 0, "x", null, office.actor("S026"), office.now()));
        String request = key();
        Report twice = Report.of(null, "DOC_OUT", Source.SELF, "双击");
        assertThat(reporting.report(twice, office.actor(TELLER), office.now(), request)).isEqualTo(reporting.report(twice, office.actor(TELLER), office.now(), request));
    }

    private void report(long id, String who, String words) {
        long errand = positions.of(ErrorKind.ref(id), office.actor(who)).orElseThrow().ofKind("ERRAND");
        handlings.apply(ErrorKind.ref(id), Act.Complete.of(errand, null, words), office.actor(who), office.now(), key());
    }

    static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.objections()).extracting(org.sanban.pages.Objection::code).contains(code));
    }
}
