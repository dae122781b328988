package org.sanban.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairKind;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.State;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;

/** The duty desk (domain.md §6.7). */
class DutyTests extends OfficeTest {

    private static final String OFFICER = "S024";
    private static final String NEXT = "S023";

    @Autowired
    Desk desk;

    @Autowired
    Affairs affairs;

    @Autowired
    Handlings handlings;

    @Autowired
    Positions positions;

    @Test
    void whatIsReportedRunsFromWhenItWasLearnedOfAndIsClosedWithTheFinalReport() {
        Instant learned = office.now().minus(Duration.ofMinutes(5));
        long id = desk.report("雾东县应急局", "山洪灾害", learned, "II", office.actor(OFFICER), office.now(), key());
        assertThat(read(id).due()).isEqualTo(learned.plus(Duration.ofMinutes(30)));
        assertRefused("workflow.refusal.opinion-missing", "opinion", () -> finish(id, OFFICER, "told", null));
        finish(id, OFFICER, "told", "电话报告分管副省长、秘书长");
        assertThat(read(id).no()).matches("值〔\\d{4}〕\\d{3,}");
        assertThat(read(id).due()).as("in writing within the hour").isEqualTo(learned.plus(Duration.ofMinutes(60)));
        finish(id, NEXT, "reported", "书面初报");
        finish(id, NEXT, "further", "续报1");
        assertThat(read(id).state()).isEqualTo(State.IN_PROGRESS);
        finish(id, OFFICER, "final", "终报");
        assertThat(read(id).state()).isEqualTo(State.CLOSED);
        assertRefused("duty.refusal.learned", "learnedAt", () -> desk.report("某县", "迟报", office.now().plusSeconds(60), null, office.actor(OFFICER), office.now(), key()));
    }

    @Test
    void theDeskIsTakenOverByAnotherPersonWithTheOwnSignature() {
        long id = desk.report("澄川市", "高速公路多车相撞", null, null, office.actor(OFFICER), office.now(), key());
        finish(id, OFFICER, "told", "已电话报告");
        desk.give("关注澄川方向路况", office.actor(OFFICER), office.now());
        Desk.Handover given = desk.handovers().getFirst();
        assertThat(given.open()).anySatisfy(line -> assertThat(line).contains("高速公路多车相撞"));
        assertRefused("duty.refusal.own", null, () -> desk.take(given.id(), office.actor(OFFICER), office.now()));
        assertRefused("duty.refusal.waits", null, () -> desk.give("再交一次", office.actor(OFFICER), office.now()));
        desk.take(given.id(), office.actor(NEXT), office.now());
        desk.take(given.id(), office.actor(NEXT), office.now().plusSeconds(60));
        assertThat(desk.handovers().getFirst().takenBy()).isEqualTo(office.person(NEXT));
        assertThat(desk.handovers().getFirst().takenAt()).as("signed twice is signed once").isEqualTo(given.givenAt());
    }

    @Test
    void noTwoShiftsOverlapAndANoteSentTwiceIsOne() {
        Instant from = office.now().plus(Duration.ofDays(400));
        desk.plan(from, from.plus(Duration.ofHours(24)), office.person("S001"), office.person(OFFICER), office.person(NEXT), office.actor(NEXT), office.now());
        assertRefused("duty.refusal.overlaps", "from",
                () -> desk.plan(from.plus(Duration.ofHours(23)), from.plus(Duration.ofHours(47)), office.person("S001"), office.person(OFFICER), null, office.actor(NEXT), office.now()));
        assertRefused("duty.refusal.times", "until", () -> desk.plan(from, from, office.person("S001"), office.person(OFFICER), null, office.actor(NEXT), office.now()));
        String words = "询问会议时间 " + key();
        String request = key();
        desk.note("省水利厅", words, office.actor(OFFICER), office.now(), request);
        desk.note("省水利厅", words, office.actor(OFFICER), office.now(), request);
        assertThat(desk.notes()).filteredOn(n -> n.words().equals(words)).hasSize(1);
        assertRefused("affairs.refusal.empty", "caller", () -> desk.note(" ", "内容", office.actor(OFFICER), office.now(), key()));
    }

    private void finish(long id, String who, String way, @Nullable String opinion) {
        Positions.Position at = positions.of(AffairKind.ref(id), office.actor(who)).orElseThrow();
        long task = Objects.requireNonNull(at.mainAt(String.valueOf(at.step())), () -> who + " does not hold " + at);
        handlings.apply(AffairKind.ref(id), Act.Complete.of(task, way, opinion), office.actor(who), office.now(), key());
    }

    private Affair read(long id) {
        return affairs.one(id, Actor.SYSTEM);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(String code, @Nullable String field, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.objections()).extracting(Objection::code, Objection::field).contains(org.assertj.core.groups.Tuple.tuple(code, field)));
    }
}
