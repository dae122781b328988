package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Incoming;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.UrgencyMark;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.visits.Visit;
import org.sanban.visits.Visits;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A leader's instruction that is followed to its end, and a visit entered on a telephone on the way. */
class AffairJourneyTests extends BrowserTest {

    private static final String WORDS = "请商务口研处，  一周内报结果。";

    @Autowired
    private Incoming incoming;

    @Autowired
    private Handlings handlings;

    @Autowired
    private Visits visits;

    @Autowired
    private JdbcClient jdbc;

    private final Looking looking = new Looking();
    private Walk walk;

    @BeforeEach
    void anOfficeWithoutVisitors() {
        walk = new Walk(port, clock, looking, false);
    }

    @AfterEach
    void nothingWentWrongOnTheWay() {
        walk.close();
        assertThat(looking.faults()).isEmpty();
    }

    @Test
    void anInstructionBecomesAnAffairThatIsEntrustedAnsweredWithEvidenceSentBackOnceAndClosed() {
        long paper = paper();
        walk.on("/documents/incoming/" + paper);
        walk.act("S002", "批示完毕，送分办", WORDS);
        assertThat(walk.paper("S002").locator("#affairs")).containsText("拟立项");

        long id = jdbc.sql("select id from affair where source_kind = 'incoming' and source_id = ?").param(paper).query(Long.class).single();
        walk.on("/affairs/" + id);
        Page page = walk.before("S016");
        assertThat(page.locator(".hand").first().textContent()).as("word for word").isEqualTo(WORDS);
        walk.look("S016", "affair-proposed");
        page.locator("a[href$='/entry']").click();
        walk.look("S016", "affair-entry");
        page.locator("#f-standard").fill("措施清单印发并公开");
        page.locator("#f-due").fill(LocalDate.now(clock).plusDays(7) + "T17:30");
        Walk.choose(page, "#f-leadUnit", "秘书三处");
        page.locator("main form button.go").click();
        assertThat(page.locator(".flash.good")).isVisible();
        walk.act("S016", "送立项");
        walk.act("S015", "同意立项，编号", "同意立项。");
        page = walk.before("S016");
        page.locator("#entrust button.go").click();
        assertThat(page.locator(".flash.good")).isVisible();

        walk.browser("S016").open("/affairs");
        walk.look("S016", "affairs");
        walk.browser("S016").open("/affairs/board");
        walk.look("S016", "affairs-board");
        Locator cell = page.locator("td a").first();
        int counted = Integer.parseInt(cell.textContent());
        cell.click();
        assertThat(page.locator(".pager")).containsText("共 " + counted + " 件");

        page = walk.before("S017");
        walk.look("S017", "affair-handle");
        page.locator("#f-words").first().fill("已会商，形成措施清单");
        page.locator("#feedback button.go").click();
        assertThat(page.locator("#e-evidence")).containsText("佐证");
        assertThat(page.locator("#f-words").first()).hasValue("已会商，形成措施清单");
        feedback(page, "措施清单.txt");
        page = walk.before("S016");
        walk.look("S016", "affair-review");
        page.locator(".acts").getByText("退回", new Locator.GetByTextOptions().setExact(true)).click();
        page.locator("#f-reason").fill("清单没有责任单位");
        Walk.send(page);
        page = walk.before("S017");
        assertThat(page.locator("#rounds")).containsText("清单没有责任单位");
        page.locator("#f-words").first().fill("已补充责任单位并印发");
        feedback(page, "措施清单（修订）.txt");
        page = walk.before("S016");
        Walk.save(page, "result", "#f-result", "十项措施印发并公开");
        walk.act("S016", "合格，办结");
        page = walk.paper("S016");
        assertThat(page.locator(".bar")).containsText("已办结");
        assertThat(page.locator(".bar b").textContent()).matches("督〔\\d{4}〕\\d{3,}");
    }

    private void feedback(Page page, String name) {
        page.locator("#f-evidence").setInputFiles(new FilePayload(name, "text/plain", (name + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)));
        page.locator("#feedback button.go").click();
        assertThat(page.locator(".flash.good")).isVisible();
    }

    @Test
    void aVisitWithThreeProblemsIsEnteredOnATelephoneWithoutANetAndSentTwiceIsOneVisit() {
        try (Browser phone = browser(Browser.Width.NARROW, "zh-CN").login("S021")) {
            phone.open("/visits/new");
            looking.at(phone, "visit-new");
            phone.wide(Browser.Width.NARROW);
            Page page = phone.page();
            Walk.choose(page, "#f-host", "雾山州人民政府");
            List<String> found = List.of("预警短信重复发送 " + UUID.randomUUID(), "备用电源不足", "转移路线没有标识");
            for (int n = 0; n < 3; n++) {
                page.locator("[name='problems[" + n + "].kind'][value=" + Visit.Trouble.values()[n] + "]").check();
                page.locator("[name='problems[" + n + "].words']").fill(found.get(n));
            }
            page.locator("[name='problems[0].how']").fill("现场改为一次发送");
            page.locator("[name='problems[2].follow'][type=checkbox]").check();
            assertThat(phone.fits()).isTrue();
            phone.offline(true);
            page.locator("form.sheet button.go").click();
            assertThat(page.locator(".toast").last()).containsText("已存在本机");
            assertThat(phone.forgiven()).isNotNull();
            phone.offline(false);
            assertThat(page.locator(".toast a")).isVisible();
            page.locator("form.sheet button.go").click();
            page.waitForURL("**/visits/*");
            List<Visit> made = visits.page(null, 50).stream().filter(v -> v.problems().stream().anyMatch(p -> p.words().equals(found.getFirst()))).toList();
            assertThat(made).as("sent by itself and by hand").hasSize(1);
            assertThat(made.getFirst().problems()).extracting(Visit.Problem::words).containsExactlyElementsOf(found);
            assertThat(page.locator("#p-1")).containsText("现场解决");
            looking.at(phone, "visit-show");
            phone.wide(Browser.Width.NARROW);
            page.locator("#p-3 a[href^='/affairs/']").click();
            assertThat(page.locator("main h1")).containsText("转移路线没有标识");
            phone.open("/visits");
            looking.at(phone, "visits");
            phone.open("/visits/matters");
            looking.at(phone, "visits-matters");
            phone.open("/visits/contacts");
            looking.at(phone, "visits-contacts");
        }
    }

    private long paper() {
        Particulars asks = new Particulars(
                null, "云岭省商务厅", "岭商函〔2026〕" + (70_000 + Math.abs(UUID.randomUUID().hashCode() % 20_000)) + "号", "关于口岸通关便利化的请示 " + UUID.randomUUID(), DocType.REQUEST,
                Direction.UP, LocalDate.now(clock).minusDays(1), UrgencyMark.NONE, Clearance.NONE, Openness.NOT_OPEN, "内部往来", 2, 2, List.of("云岭省人民政府"), List.of(), List.of(), "佟",
                "000-0000-7301", Particulars.Kind.FOR_ACTION, List.of(), null, Medium.PAPER, "请予支持。", null, null, null);
        long id = incoming.receive(Receipt.inOrder(office.now(), office.person("S008"), Receipt.Channel.E_EXCHANGE), asks, office.actor("S008"), office.now(), UUID.randomUUID().toString());
        handlings.apply(new SubjectRef("incoming", id), new Act.Jump("instruct", List.of(Act.Pick.person(office.person("S002"))), "演示"), Actor.SYSTEM, office.now(), UUID.randomUUID().toString());
        return id;
    }
}
