package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Texts;
import org.sanban.pages.TimeLeft;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.testing.OfficeTest;
import org.sanban.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

class TrayTests extends OfficeTest {

    @Autowired
    Handlings handlings;

    @Autowired
    Trays trays;

    @Autowired
    Course course;

    @Autowired
    Opening opening;

    @Autowired
    Desk desk;

    @Autowired
    Remaining remaining;

    @Autowired
    Procedures procedures;

    @Autowired
    MessageSource messages;

    @Test
    void theUrgentLaneStandsOnTopThenWhatIsDueFirst() {
        Actor by = office.actor("S012");
        SubjectRef normal = started(by, Urgency.NORMAL, Clearance.NONE);
        SubjectRef fast = started(by, Urgency.FAST, Clearance.NONE);
        SubjectRef urgent = started(by, Urgency.URGENT, Clearance.NONE);
        assertThat(subjects(by, List.of(normal, fast, urgent))).containsExactly(urgent, fast, normal);
    }

    @Test
    void aTrayIsPagedWithoutLosingOrRepeatingALine() {
        Actor by = office.actor("S013");
        for (int n = 0; n < 7; n++) {
            started(by, Urgency.values()[n % 4], Clearance.NONE);
            clock.forward(Duration.ofMinutes(1));
        }
        List<Long> paged = new ArrayList<>();
        TrayCursor after = null;
        List<TrayLine> page;
        do {
            page = trays.waitingFor(by, TrayFilter.ALL, after, 2, clock.instant());
            page.forEach(l -> paged.add(l.task()));
            after = page.isEmpty() ? null : TrayCursor.of(page.getLast().cursor().toString());
        } while (!page.isEmpty());
        assertThat(paged).doesNotHaveDuplicates()
                .isEqualTo(trays.waitingFor(by, TrayFilter.ALL, null, 1000, clock.instant()).stream().map(TrayLine::task).toList());
    }

    @Test
    void aTitleAboveTheReadersClearanceIsNotInTheTray() {
        Actor cleared = office.actor("S018");
        SubjectRef subject = started(cleared, Urgency.NORMAL, Clearance.INTERNAL);
        Actor lowered = new Actor(cleared.id(), cleared.name(), Clearance.NONE, cleared.units(), cleared.headed(), cleared.charged(),
                cleared.grants(), cleared.rights(), cleared.actsFor());
        assertThat(trays.waitingFor(lowered, TrayFilter.ALL, null, 100, clock.instant()))
                .filteredOn(l -> l.subject().equals(subject)).singleElement()
                .satisfies(l -> assertThat(l.title()).isNull()).satisfies(l -> assertThat(l.counterpart()).isNull());
    }

    @Test
    void nobodyFindsInTheTrayWhatLiesInAnothers() {
        SubjectRef subject = started(office.actor("S012"), Urgency.NORMAL, Clearance.NONE);
        assertThat(subjects(office.actor("S017"), List.of(subject))).isEmpty();
        assertThat(subjects(office.actor("S001"), List.of(subject))).isEmpty();
    }

    @Test
    void theTrayIsReadInOneStatementAndAPageOfItIsTheWholeOfIt() {
        Actor by = office.actor("S012");
        SubjectRef subject = started(by, Urgency.NORMAL, Clearance.NONE);
        Statements sent = Statements.of(() -> trays.page(by, TrayFilter.ALL, null, 50, clock.instant(), clock.instant()));
        assertThat(sent.sql).as(sent.toString()).hasSize(1);
        assertThat(sent.roundTrips).isEqualTo(1);
        int all = trays.waitingFor(by, TrayFilter.ALL, null, 1000, clock.instant()).size();
        Trays.Tray none = trays.page(by, new TrayFilter(null, "nothing-of-this-kind"), null, 50, clock.instant(), clock.instant());
        assertThat(none.lines()).isEmpty();
        assertThat(none.tabs().values().stream().mapToInt(Integer::intValue).sum()).as("tabs count whatever the filter").isEqualTo(all);
        apply(subject, Act.Complete.of(task(subject, "S012"), "on", "同意", Act.Pick.person(office.person("S018"))), by);
        assertThat(trays.page(by, TrayFilter.ALL, null, 50, clock.instant(), clock.instant()).doneToday()).isEqualTo(none.doneToday() + 1);
    }

    @Test
    void promise6_theSenderSeesWhoHasOpenedReadAndAnswered() {
        Actor by = office.actor("S017");
        SubjectRef subject = started(by, Urgency.NORMAL, Clearance.NONE);
        apply(subject, new Act.Circulate(List.of(List.of(office.person("S010"), office.person("S011"), office.person("S018")), List.of(office.person("S019"))), "请阅"), by);
        clock.forward(Duration.ofMinutes(5));
        opening.stamp(subject, office.actor("S010"), clock.instant());
        opening.stamp(subject, office.actor("S011"), clock.instant());
        apply(subject, Act.Complete.of(task(subject, "S011"), null, "第三条请再核"), office.actor("S011"));

        List<CourseView.Reader> readers = view(subject, by).readers();
        assertThat(readers).hasSize(4);
        assertThat(readers.get(0)).satisfies(r -> assertThat(r.opened()).isEqualTo(clock.instant())).satisfies(r -> assertThat(r.read()).isNull());
        assertThat(readers.get(1)).satisfies(r -> assertThat(r.read()).isNotNull()).satisfies(r -> assertThat(r.answer()).isEqualTo("第三条请再核"));
        assertThat(readers.get(2)).satisfies(r -> assertThat(r.sent()).isNotNull()).satisfies(r -> assertThat(r.opened()).isNull());
        assertThat(readers.get(3).sent()).as("not their turn yet").isNull();
    }

    @Test
    void promise3_aCorrectedOpinionStaysBesideItsCorrection() {
        Actor by = office.actor("S017");
        SubjectRef subject = started(by, Urgency.NORMAL, Clearance.NONE);
        String verbatim = "同意。\n  但第二段“截止”应为“截至”。";
        apply(subject, Act.Complete.of(task(subject, "S017"), "on", verbatim, Act.Pick.person(office.person("S018"))), by);
        long movement = view(subject, by).opinions().getFirst().movement();
        apply(subject, new Act.CorrectOpinion(movement, "同意。"), by);
        List<CourseView.Given> opinions = view(subject, by).opinions();
        assertThat(opinions).extracting(o -> o.view().text()).containsExactly(verbatim, "同意。");
        assertThat(opinions).extracting(o -> o.view().corrected()).containsExactly(true, false);
    }

    @Test
    void whatWasOpenedIsNoLongerOfferedForWithdrawal() {
        Actor by = office.actor("S017");
        SubjectRef subject = started(by, Urgency.NORMAL, Clearance.NONE);
        apply(subject, Act.Complete.of(task(subject, "S017"), "on", null, Act.Pick.person(office.person("S018"))), by);
        assertThat(desk.of(subject, by, clock.instant())).anyMatch(o -> o.doing() == Doing.WITHDRAWAL);
        opening.stamp(subject, office.actor("S018"), clock.instant());
        assertThat(desk.of(subject, by, clock.instant())).noneMatch(o -> o.doing() == Doing.WITHDRAWAL);
    }

    @Test
    void timeLeftIsSaidInWordsAndColour() {
        Actor by = office.actor("S012");
        SubjectRef subject = started(by, Urgency.URGENT, Clearance.NONE);
        clock.forward(Duration.ofMinutes(18));
        assertThat(left(by, subject)).isEqualTo(new TimeLeft("剩 42 分钟", "", 30, TimeLeft.State.GREEN));
        clock.forward(Duration.ofMinutes(32));
        assertThat(left(by, subject).state()).isEqualTo(TimeLeft.State.ORANGE);
        clock.forward(Duration.ofMinutes(130));
        assertThat(left(by, subject)).isEqualTo(new TimeLeft("超时 2 小时", "", 100, TimeLeft.State.RED));
    }

    @Test
    void aRunningHandlingKeepsTheEditionItStartedOn() {
        Actor by = office.actor("S012");
        SubjectRef old = started(by, Urgency.NORMAL, Clearance.NONE);
        Procedures.Edition published = procedures.published("trial");
        String renamed = procedures.write(published.procedure()).replace("起草", "拟稿");
        procedures.publish(procedures.saveDraft(procedures.read(renamed), by, clock.instant()), by, clock.instant());
        try {
            SubjectRef fresh = started(by, Urgency.NORMAL, Clearance.NONE);
            assertThat(view(old, by).steps().getFirst().name()).isEqualTo("起草");
            assertThat(view(fresh, by).steps().getFirst().name()).isEqualTo("拟稿");
        } finally {
            procedures.publish(procedures.saveDraft(published.procedure(), by, clock.instant()), by, clock.instant());
        }
    }

    private TimeLeft left(Actor by, SubjectRef subject) {
        return trays.waitingFor(by, TrayFilter.ALL, null, 1000, clock.instant()).stream().filter(l -> l.subject().equals(subject)).findFirst()
                .map(l -> remaining.of(l.timing(), texts(), clock.instant())).orElseThrow();
    }

    private SubjectRef started(Actor by, Urgency urgency, Clearance clearance) {
        SubjectRef subject = Trial.next();
        Card card = new Card("试验件", null, "江州市人民政府", urgency, clearance, office.unit("MSS"), null, Map.of());
        handlings.start(subject, "trial", card, List.of(), by, clock.instant(), id());
        return subject;
    }

    private List<SubjectRef> subjects(Actor by, List<SubjectRef> among) {
        return trays.waitingFor(by, TrayFilter.ALL, null, 1000, clock.instant()).stream().map(TrayLine::subject).filter(among::contains).toList();
    }

    private long task(SubjectRef subject, String person) {
        return trays.waitingFor(office.actor(person), TrayFilter.ALL, null, 1000, clock.instant()).stream()
                .filter(l -> l.subject().equals(subject)).findFirst().orElseThrow().task();
    }

    private void apply(SubjectRef subject, Act act, Actor by) {
        handlings.apply(subject, act, by, clock.instant(), id());
    }

    private CourseView view(SubjectRef subject, Actor by) {
        return course.of(subject, by, texts(), clock.instant());
    }

    private Texts texts() {
        return new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
