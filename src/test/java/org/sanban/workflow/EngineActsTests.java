package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.audit.Trail;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The acts of the engine, one by one, with the promises they keep. */
class EngineActsTests extends OfficeTest {

    @Autowired
    Handlings handlings;

    @Autowired
    Reminders reminders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Told told;

    @Autowired
    Trail trail;

    private final SubjectRef subject = Trial.next();

    @Test
    void promise3_aCorrectedOpinionStandsBesideTheFirstAndNeitherCanBeAltered() {
        start("S018", Urgency.NORMAL);
        act("S018", Act.Complete.of(task("S018"), null, "请会签", people("S007", "S019")));
        act("S007", Act.Complete.of(task("S007"), null, "展区时限为10月30日"));
        long first = jdbc.sql("select max(id) from movement where opinion like '展区%'").query(Long.class).single();
        act("S007", new Act.CorrectOpinion(first, "更正：展区时限为10月31日"));
        assertThat(jdbc.sql("select opinion from movement where handling_id = :h and opinion is not null order by seq").param("h", handling()).query(String.class).list())
                .containsExactly("请会签", "展区时限为10月30日", "更正：展区时限为10月31日");
        TransactionTemplate tx = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> tx.execute(s -> jdbc.sql("update movement set opinion = '无' where id = :id").param("id", first).update()))
                .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tx.execute(s -> jdbc.sql("delete from movement where id = :id").param("id", first).update()))
                .isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void promise3_nobodyCorrectsTheOpinionOfAnother() {
        start("S018", Urgency.NORMAL);
        act("S018", Act.Complete.of(task("S018"), null, "请会签", people("S007", "S019")));
        long first = jdbc.sql("select id from movement where handling_id = :h and opinion = '请会签'").param("h", handling()).query(Long.class).single();
        assertRefused("S007", new Act.CorrectOpinion(first, "不同意"), "not-your-opinion");
    }

    @Test
    void promise5_returningToAStepWithSeveralSignersGivesEachOfThemATaskAgain() {
        toSigning();
        act("S001", new Act.Return(task("S001"), "countersign", List.of(), false, "数字有出入，请重新核对"));
        assertThat(holders()).containsExactlyInAnyOrder("S007", "S019", "S015");
        List.of("S007", "S019", "S015").forEach(who -> act(who, Act.Complete.of(task(who), null, "再核无误", people("S001"))));
        assertThat(handlings.stepOf(subject)).isEqualTo("sign");
    }

    @Test
    void promise5_orThoseChosenAmongThem() {
        toSigning();
        act("S001", new Act.Return(task("S001"), "countersign", List.of(office.person("S019")), true, "请四处再核"));
        assertThat(holders()).containsExactly("S019");
        act("S019", Act.Complete.of(task("S019"), null, "已改"));
        assertThat(handlings.stepOf(subject)).as("it comes straight back to the signer").isEqualTo("sign");
        assertThat(holders()).containsExactly("S001");
    }

    @Test
    void promise6_theLeadGoesOnWithoutTheMissingOnlyAfterSayingWhyAndItIsRecorded() {
        toHandling();
        Act on = new Act.Complete(task("S017"), "back", Act.Opinion.written("办结"), List.of(Act.Pick.person(office.person("S001"))), null, null, null);
        assertRefused("S017", on, "support-missing");
        act("S017", new Act.Complete(task("S017"), "back", Act.Opinion.written("办结"), List.of(Act.Pick.person(office.person("S001"))), null, "协办单位已口头答复", null));
        assertThat(jdbc.sql("select reason || ' ' || (detail->>'waived') from movement where handling_id = :h order by seq desc limit 1").param("h", handling()).query(String.class).single())
                .isEqualTo("协办单位已口头答复 费稼轩");
    }

    @Test
    void promise8_aLegalStopMovesTheDueDateByTheWorkingTimeItLasted() {
        start("S018", Urgency.NORMAL);
        assertThat(due("S018")).isEqualTo(Instant.parse("2026-06-15T09:30:00Z"));
        clock.set("2026-06-15T10:00");
        act("S017", new Act.Suspend(Act.StopReason.SENDER_COMPLETES, "等来文单位补附件"));
        clock.set("2026-06-15T14:30");
        act("S018", new Act.Resume(null));
        assertThat(due("S018")).as("10:00–12:00 and 13:30–14:30 are three working hours: from the evening of Monday to noon of Tuesday").isEqualTo(Instant.parse("2026-06-16T04:00:00Z"));
        assertThat(jdbc.sql("select waiting_minutes from task where handling_id = :h and state = 'OPEN'").param("h", handling()).query(Long.class).single()).isEqualTo(180);
    }

    @Test
    void promise8_urgentTimeRunsAtNightAndOrdinaryTimeDoesNot() {
        clock.set("2026-06-18T17:00");
        start("S018", Urgency.URGENT);
        assertThat(due("S018")).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        SubjectRef ordinary = Trial.next();
        start(ordinary, "S018", Urgency.NORMAL);
        assertThat(jdbc.sql("select due_at from task t join handling h on h.id = t.handling_id where h.subject_id = :id").param("id", ordinary.id()).query(java.sql.Timestamp.class).single().toInstant())
                .as("one working day from Thursday 17:00: Friday is Dragon Boat holiday, so Monday 17:00").isEqualTo(Instant.parse("2026-06-22T09:00:00Z"));
    }

    @Test
    void promise9_remindersDoNotRunOnDaysOffAndEachRungIsTakenOnce() {
        clock.set("2026-06-18T16:00");
        start("S018", Urgency.NORMAL);
        clock.set("2026-06-20T10:00");
        reminders.run(clock.instant());
        assertThat(told.of(subject)).as("a Saturday within the holiday").isEmpty();
        clock.set("2026-06-22T15:00");
        reminders.run(clock.instant());
        reminders.run(clock.instant());
        assertThat(told.of(subject)).extracting(ReminderDue::rung).containsExactly(0);
        clock.set("2026-06-22T16:01");
        reminders.run(clock.instant());
        assertThat(told.of(subject)).extracting(ReminderDue::rung).containsExactly(0, 1);
        assertThat(told.of(subject).getLast().tell()).containsExactlyInAnyOrder(office.person("S018"), office.person("S017"));
    }

    @Test
    void promise10_whoLeavesHandsOverEverythingInOneAction() {
        start("S020", Urgency.NORMAL);
        act("S020", Act.Complete.of(task("S020"), null, "请会签", people("S018", "S019")));
        act("S018", new Act.HandDown(task("S018"), office.person("S021"), "请核数字", null));
        SubjectRef other = Trial.next();
        start(other, "S018", Urgency.NORMAL);
        int moved = handlings.handOver(office.person("S018"), office.person("S017"), "调离", office.actor("A01"), clock.instant(), UUID.randomUUID().toString());
        assertThat(moved).isGreaterThanOrEqualTo(2);
        assertThat(jdbc.sql("select count(*) from task where holder_id = :p and done_at is null").param("p", office.person("S018")).query(Integer.class).single()).isZero();
        act("S021", Act.Complete.of(task("S021"), null, "数字无误"));
        act("S017", Act.Complete.of(task("S017"), null, "同意", people("S001")));
    }

    @Test
    void promise11_voidingSaysWhoWhenAndWhyAndNothingIsDeleted() {
        start("S018", Urgency.NORMAL);
        long before = rows();
        assertRefused("S018", new Act.Void("误登"), "not-allowed");
        act("S015", new Act.Void("误登，与收〔2026〕1203重复"));
        assertThat(rows()).isGreaterThan(before);
        Map<String, Object> last = jdbc.sql("select kind, reason, actor_id from movement where handling_id = :h order by seq desc limit 1").param("h", handling()).query().singleRow();
        assertThat(last).containsEntry("kind", "VOID").containsEntry("reason", "误登，与收〔2026〕1203重复").containsEntry("actor_id", office.person("S015"));
        assertThat(trail.of(subject, 0, 100)).filteredOn(line -> line.what().equals("handling.void")).singleElement()
                .satisfies(line -> assertThat(line.details()).containsEntry("reason", "误登，与收〔2026〕1203重复"));
    }

    @Test
    void promise16_anOverrideNeedsTheRightAndAReasonAndIsPutBeforeASupervisor() {
        toHandling();
        act("S019", Act.Complete.of(task("S019"), null, "协办意见"));
        Trial.SHUT.add(subject.id());
        Act plain = Act.Complete.of(task("S017"), "on", "办结", people("S018"));
        assertRefused("S017", plain, "no-way");
        Act override = new Act.Complete(task("S017"), "on", Act.Opinion.written("办结"), List.of(people("S018")), null, null, "汛情紧急，先办后补");
        assertRefused("S017", override, "no-way");
        act("S017", new Act.Forward(task("S017"), office.person("S001"), "请秘书长决定"));
        act("S001", new Act.Complete(task("S001"), "on", Act.Opinion.written("办结"), List.of(people("S018")), null, null, "汛情紧急，先办后补"));
        assertThat(handlings.stepOf(subject)).isEqualTo("file");
        assertThat(jdbc.sql("select role || ' ' || note from task where handling_id = :h and kind = 'OVERRIDE' and state = 'OPEN'").param("h", handling()).query(String.class).single())
                .isEqualTo("SUPERVISOR 汛情紧急，先办后补");
    }

    @Test
    void withdrawingIsPossibleUntilTheNextHolderHasOpenedIt() {
        start("S018", Urgency.NORMAL);
        act("S018", Act.Complete.of(task("S018"), null, "请会签", people("S007", "S019")));
        act("S018", new Act.Withdraw("漏了一个单位"));
        assertThat(holders()).containsExactly("S018");
        act("S018", Act.Complete.of(task("S018"), null, "请会签", people("S007", "S019", "S015")));
        jdbcUpdate("update task set opened_at = now() where handling_id = " + handling() + " and holder_id = " + office.person("S007") + " and state = 'OPEN'");
        assertRefused("S018", new Act.Withdraw(null), "opened-already");
    }

    @Test
    void aStrangerDoesNotEvenLearnThatItExists() {
        start("S018", Urgency.NORMAL);
        assertThatThrownBy(() -> handlings.apply(subject, new Act.Urge(task("S018"), "电话", "快"), office.actor("S027"), clock.instant(), UUID.randomUUID().toString()))
                .isInstanceOf(NotFound.class);
    }

    private void toSigning() {
        start("S018", Urgency.NORMAL);
        act("S018", Act.Complete.of(task("S018"), null, "请会签", people("S007", "S019", "S015")));
        List.of("S007", "S019", "S015").forEach(who -> act(who, Act.Complete.of(task(who), null, "同意", people("S001"))));
    }

    private void toHandling() {
        toSigning();
        act("S001", Act.Complete.of(task("S001"), null, "请三处办", people("S008")));
        act("S008", Act.Complete.of(task("S008"), null, null, Act.Pick.lead(office.unit("MSS")), Act.Pick.support(office.unit("MSI"))));
    }

    private void start(String who, Urgency urgency) {
        start(subject, who, urgency);
    }

    private void start(SubjectRef of, String who, Urgency urgency) {
        Actor by = office.actor(who);
        handlings.start(of, "trial", Trial.card("试验件", urgency, by), List.of(), by, clock.instant(), UUID.randomUUID().toString());
    }

    private void act(String who, Act act) {
        handlings.apply(subject, act, office.actor(who), clock.instant(), UUID.randomUUID().toString());
    }

    private void assertRefused(String who, Act act, String reason) {
        assertThatThrownBy(() -> act(who, act)).isInstanceOf(Refused.class).hasMessageContaining(reason);
    }

    private Act.Pick[] people(String... codes) {
        return java.util.Arrays.stream(codes).map(c -> Act.Pick.person(office.person(c))).toArray(Act.Pick[]::new);
    }

    private long handling() {
        return jdbc.sql("select id from handling where subject_kind = 'trial' and subject_id = :id").param("id", subject.id()).query(Long.class).single();
    }

    private long task(String holder) {
        return jdbc.sql("select id from task where handling_id = :h and holder_id = :p and state = 'OPEN' order by id desc limit 1").param("h", handling()).param("p", office.person(holder)).query(Long.class).single();
    }

    private Instant due(String holder) {
        return jdbc.sql("select due_at from task where id = :id").param("id", task(holder)).query(java.sql.Timestamp.class).single().toInstant();
    }

    private List<String> holders() {
        return jdbc.sql("select holder_id from task where handling_id = :h and state = 'OPEN' and kind = 'MAIN'").param("h", handling()).query(Long.class).list().stream()
                .map(office::code).toList();
    }

    private long rows() {
        return jdbc.sql("select (select count(*) from task where handling_id = :h) + (select count(*) from movement where handling_id = :h)").param("h", handling()).query(Long.class).single();
    }

    private void jdbcUpdate(String sql) {
        new TransactionTemplate(transactions).executeWithoutResult(s -> jdbc.sql(sql).update());
    }
}
