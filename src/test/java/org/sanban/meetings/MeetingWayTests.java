package org.sanban.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sanban.meetings.outcome.Decision;
import org.sanban.outgoing.Draft;
import org.sanban.pages.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting from the plan to its closing, through the same doors as the pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingWayTests extends MeetingTest {

    @Autowired ApplicationEventPublisher events;

    private Instant tomorrow() {
        return office.now().plus(Duration.ofHours(26));
    }

    @Test
    void aMeetingGoesFromItsPlanToDecisionsThatSomebodyFollows() {
        Body lead = org("ORG-YJT");
        Body support = org("ORG-WS");
        long id = noticed("SPECIAL", "山洪灾害救援处置专题会议", tomorrow(), 60, lead, support, unit("MSQ"));
        allReply(id);
        prepared(id);
        held(id);
        Instant due = office.now().plus(Duration.ofDays(3));
        long first = decide(id, "逐村逐户核实人员情况", lead, due, support);
        decide(id, "印发强降雨防范应对通知", unit("MSQ"), due);
        assertThat(decide(id, "逐村逐户核实人员情况", lead, due, support)).as("sent twice").isEqualTo(first);
        assertThatThrownBy(() -> decide(id, "逐村逐户核实人员情况", unit("MSQ"), due)).hasMessageContaining("meetings.refusal.decision-there");
        go(id, ROOM, "minutes", null, person(SCRIBE));

        long paper = minutes.draft(id, null, office.actor(SCRIBE), office.now(), key());
        assertThat(outgoing.one(paper, null, office.actor(SCRIBE), office.now()).draft().body())
                .contains("一、逐村逐户核实人员情况。（牵头：省应急管理厅；配合：雾山州政府；时限：").contains("二、印发强降雨防范应对通知。（牵头：秘书七处；时限：");
        go(id, SCRIBE, "drafted", null, person("S025"));
        press.write(id, 0, "省政府专题部署救援处置工作", "会议要求，逐村逐户核实人员情况。", office.actor("S025"), office.now());
        press.submit(id, office.actor("S025"), office.now());
        press.decide(id, false, "单位名称用全称", office.actor("S003"), office.now());
        press.write(id, press.of(id).orElseThrow().version(), "省政府专题部署救援处置工作", "会议要求，省应急管理厅牵头逐村逐户核实。", office.actor("S025"), office.now());
        press.submit(id, office.actor("S025"), office.now());
        press.decide(id, true, "", office.actor("S003"), office.now());
        assertThat(press.of(id).orElseThrow().rounds()).hasSize(2);
        go(id, "S025", "minutes-review", null);

        assertThatThrownBy(() -> go(id, SCRIBE, "issued", null)).isInstanceOf(Refused.class).hasMessageContaining("meetings.gap.minutes-issued");
        issue(paper);
        assertThat(read(id).stamps().issued()).isNotNull();
        assertThat(assigned(first)).as("handed over with the minutes, not before").isZero();
        go(id, SCRIBE, "issued", null);

        assertThat(decisions.of(id)).allMatch(Decision::settled);
        assertThat(assigned(first)).as("told once, in the transaction of the step").isEqualTo(1);
        go(id, ROOM, "closed", null);
        assertThat(step(id)).isEqualTo("archive");
        assertThat(jdbc.sql("select count(*) from task t join handling h on h.id = t.handling_id where h.subject_kind = 'meeting' and h.subject_id = ? and t.kind = 'READ'")
                .param(id).query(Integer.class).single()).as("the head of the unit that was invited read the notice in the tray").isEqualTo(1);
    }

    private int assigned(long decision) {
        return jdbc.sql("select count(*) from audit_entry where what = 'meeting.decision-assigned' and cast(detail as jsonb) ->> 'decision' = ?").param(String.valueOf(decision)).query(Integer.class).single();
    }

    @Test
    void minutesThatLackOrAlterADecisionDoNotLeaveTheirAuthor() {
        long id = noticed("SPECIAL", "物流枢纽专题会议", tomorrow(), 60, org("ORG-FGW"));
        allReply(id);
        prepared(id);
        held(id);
        Instant due = office.now().plus(Duration.ofDays(3));
        decide(id, "建立季度调度机制", org("ORG-FGW"), due);
        decide(id, "管理办法修改后印发", org("ORG-CZT"), due);
        go(id, ROOM, "minutes", null, person(SCRIBE));
        long paper = minutes.draft(id, null, office.actor(SCRIBE), office.now(), key());
        var ref = new org.sanban.audit.SubjectRef("outgoing", paper);
        Draft d = outgoing.one(paper, null, office.actor(SCRIBE), office.now()).draft();
        java.util.Map<String, Boolean> answers = new java.util.LinkedHashMap<>();
        outgoing.firstCheck().forEach(q -> answers.put(q, true));

        write(paper, with(d, d.body().replace("季度调度", "月度调度"), answers));
        assertThatThrownBy(() -> paperGoes(ref, SCRIBE, "minutes", person("S012"))).hasMessageContaining("meetings.refusal.decision-altered");
        write(paper, with(d, d.body().lines().filter(l -> !l.startsWith("二、")).reduce((a, b) -> a + "\n" + b).orElseThrow(), answers));
        assertThatThrownBy(() -> paperGoes(ref, SCRIBE, "minutes", person("S012"))).hasMessageContaining("meetings.refusal.decision-missing");
        write(paper, with(d, d.body() + "\n三、再给省商务厅一项任务。", answers));
        assertThatThrownBy(() -> paperGoes(ref, SCRIBE, "minutes", person("S012"))).hasMessageContaining("meetings.refusal.decision-unknown");
        assertThat(jdbc.sql("select type_code from error_proposal where key like ? order by sort").param("meeting-decision/" + id + "/%").query(String.class).list())
                .as("each proposed as an error once the step was rolled back").containsExactly("E-MT-09", "E-MT-09", "E-MT-09");
        write(paper, with(d, d.body(), answers));
        paperGoes(ref, SCRIBE, "minutes", person("S012"));

        long first = decisions.of(id).getFirst().id();
        decisions.edit(id, first, decisions.of(id).getFirst().version(), new Decision.Entry("建立月度调度机制", null, org("ORG-FGW"), List.of(), due, null), room(), office.now());
        assertThatThrownBy(() -> paperGoes(ref, "S012", "minutes", person("L01"))).as("the record was changed, the text was not").hasMessageContaining("meetings.refusal.decision-altered");
    }

    @Test
    void aMeetingIsNotClosedWhileADecisionHasNobodyToFollowIt() {
        long id = noticed("VIDEO", "防汛电视电话会议", tomorrow(), 60, org("ORG-SLT"));
        allReply(id);
        prepared(id);
        held(id);
        go(id, ROOM, "press", null, person("S025"));
        go(id, "S025", "close-no-press", "不发。");
        decide(id, "报送值班名单", org("ORG-SLT"), office.now().plus(Duration.ofDays(1)));
        assertThatThrownBy(() -> go(id, ROOM, "closed", null)).hasMessageContaining("meetings.gap.unassigned");
        decisions.assign(id, room(), office.now());
        go(id, ROOM, "closed", null);
    }

    @Test
    void aPostponementReachesEveryoneWhoHadTheNoticeAndWaitsForThem() {
        long id = noticed("SPECIAL", "延期的会议", tomorrow(), 60, org("ORG-SWT"), unit("MSS"));
        allReply(id);
        Meeting m = read(id);
        String secret = invitations.link(id, invitations.of(id).getFirst().id(), room(), office.now());
        assertThatThrownBy(() -> changing.move(id, m.starts().plus(Duration.ofDays(1)), m.ends().plus(Duration.ofDays(36_500)), m.place(), "错打的年份", room(), office.now()))
                .hasMessageContaining("meetings.refusal.too-long");
        changing.move(id, m.starts().plus(Duration.ofDays(1)), m.ends().plus(Duration.ofDays(1)), m.place(), "与防汛会商冲突", room(), office.now());
        assertThat(invitations.byLink(secret, m.ends().plus(Duration.ofHours(25)))).as("the link goes along").isPresent();
        assertThat(confirmations.missing(id)).extracting(Confirmations -> Confirmations.body()).containsExactly("省商务厅", "秘书三处");
        prepared(id);
        assertThatThrownBy(() -> held(id)).hasMessageContaining("meetings.gap.unconfirmed");

        Long reading = positions.of(MeetingKind.ref(id), office.actor("S017")).orElseThrow().ofKind("READ");
        handlings.apply(MeetingKind.ref(id), org.sanban.workflow.Act.Complete.of(java.util.Objects.requireNonNull(reading), null, null), office.actor("S017"), office.now(), key());
        assertThat(confirmations.missing(id)).as("reading it in the tray confirms it for the unit").extracting(l -> l.body()).containsExactly("省商务厅");
        confirmations.byTelephone(id, invitations.of(id).getFirst().id(), room(), office.now());
        go(id, ROOM, "held", null);
    }

    @Test
    void aMeetingThatIsCalledOffEndsWhenEverybodyKnows() {
        long id = noticed("SPECIAL", "取消的会议", tomorrow(), 60, org("ORG-SWT"));
        assertThatThrownBy(() -> go(id, ROOM, "called-off", null)).hasMessageContaining("meetings.gap.cancel");
        changing.cancel(id, "改由书面征求意见", room(), office.now());
        go(id, ROOM, "called-off", null);
        assertThatThrownBy(() -> go(id, ROOM, "told", null)).hasMessageContaining("meetings.gap.unconfirmed");
        confirmations.byTelephone(id, invitations.of(id).getFirst().id(), room(), office.now());
        go(id, ROOM, "told", null);
        assertThat(positions.of(MeetingKind.ref(id), room()).orElseThrow().outcome()).isEqualTo("CANCELLED");
    }
}
