package org.sanban.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairChanged;
import org.sanban.affairs.Affairs;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.testing.OfficeTest;
import org.sanban.visits.Visit.Found;
import org.sanban.visits.Visit.Trouble;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits and what is found there (domain.md §6.5). */
class VisitTests extends OfficeTest {

    private static final String WRITER = "S021";

    @Autowired
    Visits visits;

    @Autowired
    VisitFigures figures;

    @Autowired
    Channel channel;

    @Autowired
    Affairs affairs;

    @Autowired
    Organizations organizations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void problemsAreSolvedOnTheSpotOrFollowedAndWhatWasSentTwiceIsOneVisit() {
        VisitFigures.Figures before = figures.now();
        String request = key();
        List<Found> found = List.of(
                new Found(Trouble.BLOCK, "临时用地材料多头报送", "自然资源局", today(), "现场明确一个部门牵头", false),
                new Found(Trouble.HARD, "备用电源不足", "雾东县", today().plusDays(30), null, true), new Found(Trouble.PAIN, "报表重复报送", null, null, null, false));
        long id = visits.enter(entry(found), by(), office.now(), request);
        assertThat(visits.enter(entry(found), by(), office.now(), request)).as("entered without a net and sent twice").isEqualTo(id);
        Visit visit = visits.one(id);
        assertThat(visit.problems()).extracting(Visit.Problem::onSite).containsExactly(true, false, false);
        assertThat(figures.now()).satisfies(now -> {
            assertThat(now.raised() - before.raised()).isEqualTo(3);
            assertThat(now.onSite() - before.onSite()).isEqualTo(1);
            assertThat(now.open() - before.open()).isEqualTo(2);
        });
        Affair followed = affairs.one(visit.problems().get(1).affair(), by());
        assertThat(followed.category()).isEqualTo("VISIT_PROBLEM");
        assertThat(followed.source().subject()).isEqualTo(visit.ref());
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(new AffairChanged(followed.ref(), "affair.closed", 0, office.now(), java.util.Map.of())));
        assertThat(visits.one(id).problems().get(1).open()).as("solved with its affair").isFalse();
        visits.solve(id, 3, "合并为一张表", by(), office.now());
        assertThat(visits.one(id).open()).isZero();
        assertRefused("visits.refusal.solved", null, () -> visits.solve(id, 3, "再解决", by(), office.now()));
        assertRefused("visits.refusal.solved", null, () -> visits.follow(id, 1, null, by(), office.now(), key()));
    }

    @Test
    void badInputIsRefusedBesideItsFieldAndNothingIsKept() {
        int before = visits.page(null, 200).size();
        assertRefused("affairs.refusal.empty", "problems[0].words", () -> visits.enter(entry(List.of(new Found(Trouble.HARD, " ", "某局", null, null, false))), by(), office.now(), key()));
        assertRefused("affairs.refusal.too-long", "problems[0].words", () -> visits.enter(entry(List.of(new Found(Trouble.HARD, "长".repeat(201), null, null, null, false))), by(), office.now(), key()));
        assertRefused("visits.refusal.day", "on", () -> visits.enter(new Visit.Entry(today().plusDays(1), Visit.Mode.VIDEO, host(), null, List.of(), null, null, null, null, List.of()), by(), office.now(), key()));
        assertRefused("visits.refusal.host", "host", () -> visits.enter(new Visit.Entry(today(), Visit.Mode.VIDEO, -1, null, List.of(), 0, null, null, null, List.of()), by(), office.now(), key()));
        assertRefused("visits.refusal.participants", "participants", () -> visits.enter(new Visit.Entry(today(), Visit.Mode.VIDEO, host(), null, List.of(), 0, null, null, null, List.of()), by(), office.now(), key()));
        // promise 15
        assertRefused("files.refusal.classified", "summary",
                () -> visits.enter(new Visit.Entry(today(), Visit.Mode.VIDEO, host(), null, List.of(), 3, null, "机密★10年 有关情况", null, List.of()), by(), office.now(), key()));
        assertThat(visits.page(null, 200)).hasSize(before);
    }

    @Test
    void aRegularContactComesAgainAndCountsOnceADay() {
        long body = organizations.byCode("ORG-FL").orElseThrow().id();
        channel.agree(body, 28, today(), office.person("S002"), "每月第一个周四", by(), office.now());
        channel.agree(body, 30, today(), office.person("S002"), "每月第一个周四", by(), office.now());
        Channel.Contact contact = channel.contacts().stream().filter(c -> c.organization() == body).reduce((a, b) -> {
            throw new AssertionError("one body, one contact");
        }).orElseThrow();
        channel.made(contact.id(), by(), office.now());
        channel.made(contact.id(), by(), office.now());
        assertThat(channel.contacts().stream().filter(c -> c.id() == contact.id()).findFirst().orElseThrow().next()).isEqualTo(today().plusDays(30));
        assertRefused("visits.refusal.every", "everyDays", () -> channel.agree(body, 0, today(), office.person("S002"), null, by(), office.now()));
    }

    @Test
    void anImportantMatterIsDoneWithItsWords() {
        String title = "省级报表归并 " + key();
        String request = key();
        channel.list(host(), title, office.unit("ZHC"), "000-0000-6101", today().plusDays(9), null, by(), office.now(), request);
        channel.list(host(), title, office.unit("ZHC"), "000-0000-6101", today().plusDays(9), null, by(), office.now(), request);
        List<Channel.Matter> listed = channel.matters().stream().filter(m -> m.title().equals(title)).toList();
        assertThat(listed).hasSize(1);
        assertRefused("affairs.refusal.empty", "words", () -> channel.done(listed.getFirst().id(), " ", by(), office.now()));
        channel.done(listed.getFirst().id(), "二十一张表并为九张", by(), office.now());
        assertRefused("visits.refusal.done", null, () -> channel.done(listed.getFirst().id(), "又办成", by(), office.now()));
    }

    private Visit.Entry entry(List<Found> found) {
        return new Visit.Entry(today(), Visit.Mode.ON_SITE, host(), office.person("S002"), List.of(office.unit("MSW")), 9, "物流和口岸", "现场办公半天", today().plusDays(28), found);
    }

    private long host() {
        return organizations.byCode("ORG-YZ").orElseThrow().id();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Actor by() {
        return office.actor(WRITER);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertRefused(String code, @Nullable String field, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.objections()).extracting(Objection::code, Objection::field).contains(org.assertj.core.groups.Tuple.tuple(code, field)));
    }
}
