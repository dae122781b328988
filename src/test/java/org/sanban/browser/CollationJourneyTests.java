package org.sanban.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Findings;
import org.sanban.checking.Judging;
import org.sanban.collation.PlainPrinting;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.Signing;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises 4 and 7 in a real browser: a dropped character is stopped, a mended proof passes, two persons let one difference stand. */
class CollationJourneyTests extends BrowserTest {

    private static final String TITLE = "云岭省人民政府办公厅关于商请核对校样的函";
    private static final List<String> BODY = List.of("为保证印制质量，现将有关事项函告如下。", "一、请逐字核对校样与定稿，并于2026年6月30日前书面反馈。", "感谢你单位的支持。");

    @Autowired
    Drafts drafts;

    @Autowired
    Handlings handlings;

    @Autowired
    Findings findings;

    @Autowired
    Judging judging;

    @Autowired
    Signing signing;

    @Autowired
    Proofs proofs;

    @Autowired
    OutgoingReading reading;

    @Autowired
    Organizations organizations;

    @Test
    void promise4_aDroppedCharacterIsStoppedAMendedProofPassesAndTwoPersonsLetOneDifferenceStand() {
        long id = atProofreading();
        String href = "/documents/outgoing/" + id;
        try (Browser printer = browser().login("S009")) {
            Page page = printer.page();
            printer.open("/collations/outgoing/" + id + "/print");
            bring(page, print(id, "书面反馈", "书反馈"));
            assertThat(page.locator(".discrepancy").innerText()).contains("漏", "正文", "第 1 页", "未处理");
            assertThat(page.locator(".discrepancy del").innerText()).isEqualTo("面");
            look(printer, "differs");

            printer.open(href);
            Looking.settle(page);
            assertThat(page.locator("#f-collation").innerText()).contains("1 处未处理");
            Walk.press(page, "校对无误，送用印");
            page.locator("main form button.go").last().click();
            page.waitForSelector(".objections, .wrong, .flash.bad");
            assertThat(page.locator("main").innerText()).contains("还有 1 处与定稿不一致");

            printer.open("/collations/outgoing/" + id + "/print");
            bring(page, print(id, "", "") + "\n二校");
            confirm(page, "印制记号");
            assertThat(page.locator(".discrepancy .confirming").count()).isZero();
            assertThat(page.locator(".timeline").innerText()).contains("1 处不一致");
        }
        try (Browser reader = browser().login("S008")) {
            reader.open("/collations/outgoing/" + id + "/print");
            confirm(reader.page(), "同意，不属正文");
            assertThat(reader.page().locator(".discrepancy").innerText()).contains("两人确认");
            look(reader, "confirmed");
        }
        try (Browser printer = browser().login("S009")) {
            printer.open(href);
            Looking.settle(printer.page());
            Walk.press(printer.page(), "校对无误，送用印");
            Walk.send(printer.page());
        }
        assertThat(handlings.stepOf(new SubjectRef("outgoing", id))).isEqualTo("seal");
    }

    private static void look(Browser browser, String name) {
        browser.screenshot("collation-" + name);
        assertThat(browser.fits()).isTrue();
        assertThat(browser.axe()).isEmpty();
        assertThat(browser.page().locator("body").innerText()).doesNotContainPattern("\\[[a-z]+\\.[a-z.-]+]");
    }

    private static void bring(Page page, String print) {
        page.locator("input[name=file]").setInputFiles(new FilePayload("校样.pdf", "application/pdf", PlainPrinting.paragraphs(print.lines().toList())));
        page.locator("#f-collation button.go").click();
        page.waitForSelector(".flash.good, .flash");
    }

    private static void confirm(Page page, String reason) {
        page.locator(".confirming > summary").first().click();
        page.locator(".confirming textarea").first().fill(reason);
        page.locator(".confirming button").first().click();
        page.waitForSelector(".flash");
    }

    private String print(long id, String from, String to) {
        OutgoingPaper paper = reading.one(id, null, office.actor("S009"), office.now());
        List<String> lines = new ArrayList<>(List.of(paper.number(), TITLE, paper.draft().mainRecipients().getFirst().name() + "："));
        lines.addAll(BODY);
        lines.addAll(List.of("云岭省人民政府办公厅", "2026年6月15日", "（联系人：滕以宁，电话：000-0000-6151）"));
        return String.join("\n", lines).replace(from.isEmpty() ? "\0" : from, to);
    }

    /** Signed, numbered and before three readers, who have read it. */
    private long atProofreading() {
        Organizations.Organization to = organizations.all().stream().filter(o -> o.code().equals("ORG-CZT")).findFirst().orElseThrow();
        Organizations.Organization from = organizations.all().stream().filter(o -> o.code().equals("ORG-YLB")).findFirst().orElseThrow();
        Map<String, Boolean> checked = new LinkedHashMap<>();
        List.of("needed", "basis", "secrecy", "type", "facts").forEach(question -> checked.put(question, true));
        Draft draft = new Draft(
                DocType.LETTER, Direction.LATERAL, Medium.PAPER, from.id(), List.of(), TITLE, List.of(new Draft.Recipient(to.name(), to.id(), null)), List.of(),
                String.join("\n", BODY), List.of(), List.of("云岭省人民政府办公厅"), List.of(), "（联系人：滕以宁，电话：000-0000-6151）", Openness.NOT_OPEN, "商洽工作",
                UrgencyMark.NONE, Clearance.NONE, false, false, null, null, null, false, false, false, "工作安排", null, 5, checked);
        long id = drafts.begin(draft, office.actor("S021"), office.now(), request());
        finish(id, "S021", "review");
        finish(id, "S007", "submit");
        finish(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        String sha256 = reading.one(id, null, office.actor("S001"), office.now()).sha256();
        signing.sign(id, sha256, null, null, List.of(), office.actor("S001"), office.now(), request());
        finish(id, "S009", "number");
        finish(id, "S009", "typeset");
        finish(id, "S009", "proofread", Act.Pick.person(office.person("S021")), Act.Pick.person(office.person("S008")), Act.Pick.person(office.person("S009")));
        proofs.read(id, Proofs.Part.FIRST_READER, true, null, office.actor("S021"), office.now());
        finish(id, "S021", null);
        List.of("S008", "S009").forEach(reader -> proofs.read(id, Proofs.Part.READER, true, null, office.actor(reader), office.now()));
        finish(id, "S008", null);
        inOrder(id, "S009");
        return id;
    }

    private void finish(long id, String who, @org.jspecify.annotations.Nullable String way, Act.Pick... picks) {
        inOrder(id, who);
        Long task = reading.one(id, null, office.actor(who), office.now()).task();
        handlings.apply(new SubjectRef("outgoing", id), Act.Complete.of(task, way, "同意", picks), office.actor(who), office.now(), request());
    }

    /** What the step asks its holder (逐项核对) is in order. */
    private void inOrder(long id, String who) {
        SubjectRef paper = new SubjectRef("outgoing", id);
        findings.of(paper, office.actor(who), office.now()).questions().stream().filter(q -> !q.settled() && q.code().startsWith("HD-"))
                .forEach(q -> judging.answer(paper, q.rule(), Judging.Answer.YES, "", office.actor(who), office.now()));
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }
}
