package org.sanban.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.errors.Errors;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.meetings.rooms.Booking;
import org.sanban.meetings.agenda.Item;
import org.sanban.meetings.agenda.Topic;
import org.sanban.meetings.papers.Plates;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Said;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** What a meeting refuses, and what it keeps. */
class MeetingRulesTests extends MeetingTest {

    @Autowired Plates plates;
    @Autowired Errors errors;

    private Instant ahead() {
        return office.now().plus(Duration.ofHours(50));
    }

    @Test
    void anAgendaIsNeverLongerThanItsMeetingAndItsFirstTopicStaysFirst() {
        long id = planned("EXECUTIVE", "第28次常务会议", ahead(), 90);
        go(id, ROOM, "approve", null, person("L01"));
        go(id, "L01", "topics", "同意。");
        long second = agenda.add(id, new Item.Entry("听取防汛情况汇报", null, 30, List.of(org("ORG-SLT"))), false, room(), office.now());
        assertThatThrownBy(() -> go(id, ROOM, "fixed", null)).hasMessageContaining("meetings.gap.first-topic");
        agenda.pin(id, 20, room(), office.now());
        assertThat(agenda.of(id)).extracting(Item::first).containsExactly(true, false);
        assertThatThrownBy(() -> agenda.move(id, second, true, room(), office.now())).hasMessageContaining("meetings.refusal.first-topic-stays");
        assertThatThrownBy(() -> agenda.add(id, new Item.Entry("又一项", null, 41, List.of()), false, room(), office.now()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.objections().getFirst()).satisfies(o -> {
                    assertThat(o.field()).isEqualTo("minutes");
                    assertThat(o.args()).as("what it would be, what there is, what is left").containsExactly(91, 90L, 40L);
                }));
        go(id, ROOM, "fixed", null);
    }

    @Test
    void aTopicComesBeforeAMeetingOnlyCheckedAndPutOffItWaitsForTheNext() {
        long topic = topics.propose(new Topic.Proposal("管理办法（审议稿）", "GOV_OFFICE", org("ORG-CZT"), null, null, "提请审议", 30, List.of(org("ORG-FGW")), null), room(), office.now(), key());
        long first = planned("GOV_OFFICE", "省长办公会甲", ahead(), 60);
        assertThatThrownBy(() -> agenda.take(first, topic, room(), office.now())).hasMessageContaining("meetings.refusal.topic-unchecked");
        Topic.Review open = new Topic.Review(Topic.Check.OPEN, null, null, Topic.Check.DONE, Topic.Check.NOT_NEEDED, "同意上会");
        assertThatThrownBy(() -> topics.review(topic, 0, open, true, room(), office.now())).as("no consultation, no meeting").hasMessageContaining("meetings.gap.consultation");
        topics.review(topic, 0, new Topic.Review(Topic.Check.DONE, "省司法厅", "无", Topic.Check.DONE, Topic.Check.NOT_NEEDED, "同意上会"), true, room(), office.now());
        long item = agenda.take(first, topic, room(), office.now());
        long other = planned("GOV_OFFICE", "省长办公会乙", ahead(), 60);
        assertThatThrownBy(() -> agenda.take(other, topic, room(), office.now())).hasMessageContaining("meetings.refusal.topic-placed");
        agenda.remove(first, item, room(), office.now());
        agenda.take(other, topic, room(), office.now());
        assertThat(topics.one(topic, room()).meeting()).isEqualTo(other);
    }

    @Test
    void aClockThatIsSetBackDuringAMeetingLetsItsItemsAndItselfEndAllTheSame() {
        long id = approved("SPECIAL", "时钟回拨", ahead(), 60);
        session.begin(id, room(), office.now());
        Item item = agenda.of(id).getFirst();
        session.begin(id, item.id(), room(), office.now());
        clock.forward(Duration.ofHours(-1));
        session.end(id, item.id(), "原则同意", room(), office.now());
        session.over(id, room(), office.now());
        assertThat(agenda.of(id).getFirst()).satisfies(i -> assertThat(i.ended()).isEqualTo(i.began()));
        assertThat(read(id).stamps().over()).isEqualTo(read(id).stamps().began());
    }

    @Test
    void aReplyAfterTheDeadlineIsTakenByTheMeetingRoomAloneAndSaysWhy() {
        long id = noticed("SPECIAL", "回执截止", ahead(), 60, org("ORG-SWT"));
        long invitee = invitations.of(id).getFirst().id();
        String secret = invitations.link(id, invitee, room(), office.now());
        Said said = new Said(List.of(Said.Person.comes("迟到者", "处长", Attendee.Kind.ATTEND)), null, null);
        clock.set(read(id).replyBy().plusSeconds(1));
        assertThatThrownBy(() -> replies.byLink(secret, said, office.now(), key())).hasMessageContaining("meetings.refusal.reply-late");
        assertThatThrownBy(() -> replies.inOffice(id, invitee, said, null, room(), office.now(), key())).hasMessageContaining("meetings.refusal.reply-late-reason");
        replies.inOffice(id, invitee, said, "电话补报", room(), office.now(), key());
        assertThat(replies.given(invitee).getFirst().late()).isEqualTo("电话补报");
    }

    @Test
    void aLinkOpensOneMeetingUntilItEndsAndNothingElse() {
        long id = noticed("SPECIAL", "回执链接", ahead(), 60, org("ORG-SWT"));
        long invitee = invitations.of(id).getFirst().id();
        String first = invitations.link(id, invitee, room(), office.now());
        String second = invitations.link(id, invitee, room(), office.now());
        assertThat(invitations.byLink(first, office.now())).as("a new one ends the old one").isEmpty();
        assertThat(invitations.byLink(second, office.now())).isPresent();
        assertThat(jdbc.sql("select count(*) from meeting_invitee where link_hash is not null and position(convert_to(?, 'UTF8') in link_hash) > 0").param(second).query(Integer.class).single())
                .as("only its hash is kept").isZero();
        clock.set(read(id).ends().plus(Duration.ofDays(1)).plusSeconds(1));
        assertThatThrownBy(() -> replies.byLink(second, new Said(List.of(), null, null), office.now(), key())).isInstanceOf(NotFound.class);
    }

    @Test
    void whoStandsInOrStaysAwayNeedsAYesAndAChangedPlateIsCheckedAgain() {
        long id = noticed("SPECIAL", "代会和请假", ahead(), 60, org("ORG-SWT"), org("ORG-FGW"));
        List<Invitee> invited = invitations.of(id);
        replies.inOffice(id, invited.getFirst().id(), new Said(List.of(new Said.Person("代会人", "副厅长", null, Attendee.Kind.ATTEND, "厅长", null, null, null)), null, null), null, room(), office.now(), key());
        replies.inOffice(id, invited.getLast().id(), new Said(List.of(Said.Person.comes("正职", "主任", Attendee.Kind.ATTEND)), null, null), null, room(), office.now(), key());
        assertThatThrownBy(() -> go(id, ROOM, "complete", null)).hasMessageContaining("meetings.gap.asked");
        replies.decide(id, attendees.of(id).getFirst().id(), true, room(), office.now());
        go(id, ROOM, "complete", null);
        go(id, ROOM, "ready", null);
        seating.arrange(id, room(), office.now());
        seating.checkPlates(id, room(), office.now());
        assertThatThrownBy(() -> go(id, ROOM, "seated", null)).as("one pair of eyes is not two").hasMessageContaining("meetings.gap.plates");
        seating.checkPlates(id, office.actor("S012"), office.now());
        replies.inOffice(id, invited.getLast().id(), new Said(List.of(Said.Person.comes("新来的", "主任", Attendee.Kind.ATTEND)), null, null), null, room(), office.now(), key());
        assertThatThrownBy(() -> go(id, ROOM, "seated", null)).as("another person comes").hasMessageContaining("meetings.gap.unseated");
    }

    @Test
    void aMaterialThatComesLateIsProposedAsAnErrorAndAnOldVersionIsCalledBack() {
        long id = noticed("SPECIAL", "材料", ahead(), 60, org("ORG-SWT"));
        allReply(id);
        long material = materials.list(id, null, "汇报材料", org("ORG-SWT"), office.now().minusSeconds(60), true, room(), office.now());
        assertThatThrownBy(() -> go(id, ROOM, "ready", null)).hasMessageContaining("meetings.gap.material");
        receive(id, material, "第一版");
        materials.handOut(id, material, List.of("祝副省长", "卓副秘书长"), room(), office.now());
        receive(id, material, "第二版");
        assertThatThrownBy(() -> go(id, ROOM, "ready", null)).as("two copies of the first version are out").hasMessageContaining("meetings.gap.material-old");
        materials.of(id).getFirst().copies().forEach(c -> materials.takeBack(id, material, c.id(), room(), office.now()));
        go(id, ROOM, "ready", null);
        assertThat(jdbc.sql("select count(*) from error_proposal where key = ?").param("meeting-material-late/" + material).query(Integer.class).single()).isEqualTo(1);
    }

    private void receive(long id, long material, String text) {
        materials.receive(id, material, new Upload(text + ".txt", new ByteArrayInputStream((text + id).getBytes(StandardCharsets.UTF_8)), Attachment.Copy.ATTACHMENT), room(), office.now(), key());
    }

    @Test
    void whoIsNotOfTheMeetingDoesNotLearnThatThereIsOne() {
        long id = planned("SPECIAL", "不公开的会议", ahead(), 60);
        assertThatThrownBy(() -> meetings.one(id, office.actor("S027"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> changing.cancel(id, "不是我的会", office.actor("S027"), office.now())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> meetings.one(id, office.actor("A01"))).as("administrators read no business").isInstanceOf(NotFound.class);
    }

    @Test
    void whoDoesNotSeeAMeetingLearnsOfItsRoomOnlyThatItIsTaken() {
        long room = rooms.all().getFirst().id();
        Instant starts = office.now().plus(Duration.ofDays(310));
        Instant ends = starts.plus(Duration.ofHours(1));
        rooms.book(planned("SPECIAL", "不公开的会议", starts, 60), room, room(), office.now(), key());
        assertThat(rooms.between(room, starts, ends, room())).extracting(Booking::title).containsExactly("不公开的会议");
        assertThat(rooms.between(room, starts, ends, office.actor("S027"))).extracting(Booking::title).containsExactly("");
        assertThat(rooms.between(room, starts, ends, office.actor("A01"))).extracting(Booking::meeting).containsOnlyNulls();
        assertThatThrownBy(() -> rooms.book(room, "别的会", starts, ends, office.actor("S027"), office.now(), key()))
                .hasMessageContaining("meetings.refusal.room-held").hasMessageNotContaining("不公开的会议");
    }

    @Test
    void aPostponedMeetingKeepsItsRoomOrIsRefusedWhereSomebodyHasIt() {
        long room = rooms.all().getFirst().id();
        Instant starts = office.now().plus(Duration.ofDays(300));
        long id = planned("SPECIAL", "占会议室", starts, 60);
        rooms.book(id, room, room(), office.now(), key());
        rooms.book(room, "别的会", starts.plus(Duration.ofDays(1)), starts.plus(Duration.ofDays(1)).plus(Duration.ofHours(2)), room(), office.now(), key());
        Meeting m = read(id);
        assertThatThrownBy(() -> changing.move(id, starts.plus(Duration.ofDays(1)), starts.plus(Duration.ofDays(1)).plus(Duration.ofHours(1)), m.place(), "冲突", room(), office.now()))
                .hasMessageContaining("meetings.refusal.room-taken");
        changing.move(id, starts.plus(Duration.ofDays(2)), starts.plus(Duration.ofDays(2)).plus(Duration.ofHours(1)), m.place(), "改期", room(), office.now());
        assertThat(rooms.of(id).orElseThrow().from()).isEqualTo(starts.plus(Duration.ofDays(2)));
    }

    @Test
    void promise4_whatLiesBeforeTheApproverOrWasApprovedIsNotWrittenOver() {
        Instant starts = ahead();
        long id = planned("SPECIAL", "待批的会议", starts, 60);
        planning.edit(id, read(id).version(), plan("SPECIAL", "待批的会议（改）", starts, 90), room(), office.now());
        go(id, ROOM, "approve", null, person(HEAD));
        assertThatThrownBy(() -> planning.edit(id, read(id).version(), plan("SPECIAL", "偷改", starts, 90), room(), office.now())).hasMessageContaining("meetings.refusal.change-in-the-open");
        go(id, HEAD, "notice", "同意。");
        assertThatThrownBy(() -> planning.edit(id, read(id).version(), plan("SPECIAL", "偷改", starts, 90), room(), office.now())).hasMessageContaining("meetings.refusal.change-in-the-open");
        assertThat(read(id).title()).isEqualTo("待批的会议（改）");
    }
}
