package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.outgoing.Correction;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;

/** The editor of a draft: nothing typed is lost, nothing is overwritten, and every correction comes back. */
class DraftEditorTests extends NextDoorTest {

    private static final String TYPED = "为规范资金管理，现将有关事项函告如下。\n一、请提出意见。\n（一）说明依据。\n二、请于2026年6月30日前反馈。";

    @Autowired
    private Drafts drafts;

    @Autowired
    private OutgoingReading reading;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Handlings handlings;

    @Autowired
    private Organizations organizations;

    private final Looking looking = new Looking();

    @AfterEach
    void everyPageSeenWasInOrder() {
        assertThat(looking.faults()).isEmpty();
    }

    @Test
    void aDraftIsBegunByItsTypeAndKeptWhileSomebodyTypes() {
        try (Browser browser = browser().login("S021")) {
            Page page = browser.page();
            page.keyboard().press("d");
            page.waitForURL("**/documents/outgoing/new");
            looking.at(browser, "draft-new");
            page.locator("[name=docType][value=LETTER]").check();
            Walk.choose(page, "#f-issuer", "云岭省人民政府办公厅");
            page.locator("#f-issuer").press("Control+Enter");
            page.waitForURL("**/draft");
            looking.at(browser, "draft-empty");
            page.locator("#f-title").fill("云岭省人民政府办公厅关于征求意见的函");
            page.locator("#f-addMain").fill("云岭省财政厅");
            page.locator("#f-addMain").press("Enter");
            page.locator("#f-body").pressSequentially("一、请提出意见。\n");
            page.locator("#f-body").press("Control+s");
            saved(page);
            assertThat(page.locator("#look .outline")).containsText("一、请提出意见。");
            page.locator("#f-body").fill(TYPED);
            saved(page);
            assertThat(page.locator("#look .outline li")).hasCount(3);
            looking.at(browser, "draft-written");
            assertThat(page.locator("#f-body")).hasValue(TYPED);
            assertThat(page.locator("#f-mainRecipients")).hasValue("云岭省财政厅");
            long id = id(page);
            assertThat(draft(id).mainRecipients().getFirst().organization()).isEqualTo(body("ORG-CZT"));
        }
    }

    @Test
    void whatIsTypedWithoutAConnectionIsKeptHereAndSentWhenItIsBack() {
        long id = begun();
        try (Browser browser = browser().login("S021")) {
            Page page = editor(browser, id);
            browser.offline(true);
            page.locator("#f-body").fill("断网时写的一句。");
            assertThat(page.locator("#draft-state")).containsText("网络中断，文字保存在本机");
            browser.offline(false);
            saved(page);
            browser.forgiven();
        }
        assertThat(draft(id).body()).isEqualTo("断网时写的一句。");
    }

    @Test
    void whatIsTypedAfterTheSessionEndedIsBackAfterLoggingIn() {
        long id = begun();
        try (Browser browser = browser().login("S021")) {
            Page page = editor(browser, id);
            browser.loggedOut();
            page.locator("#f-body").fill("登录过期后写的一句。");
            assertThat(page.locator("#draft-state")).containsText("登录已过期，未保存的文字保存在本机");
            page.locator("#draft-state a").click();
            page.locator("[name=login]").fill("S021");
            page.locator("[name=password]").fill("sanban-demo-2026");
            page.locator("form button.go").click();
            page.waitForURL("**/draft");
            assertThat(page.locator("#f-body")).hasValue("登录过期后写的一句。");
            saved(page);
            browser.forgiven();
        }
        assertThat(draft(id).body()).isEqualTo("登录过期后写的一句。");
    }

    @Test
    void ofTwoWindowsOneWritesTheOtherSeesWhoAndNothingIsOverwritten() {
        long id = begun();
        try (Browser first = browser().login("S021"); Browser second = browser().login("S021")) {
            Page a = editor(first, id);
            a.locator("#f-body").fill("第一个窗口写的。");
            saved(a);
            Page b = editor(second, id);
            assertThat(b.locator("#draft-state")).containsText("您在另一个窗口");
            assertThat(b.locator("#f-body")).not().isEditable();
            b.locator("#draft-state button").click();
            assertThat(b.locator("#f-body")).isEditable();
            b.locator("#f-body").fill("第二个窗口写的。");
            saved(b);

            a.locator("#f-body").fill("第一个窗口又写的。");
            assertThat(a.locator("#draft-state")).containsText("接手编辑");
            assertThat(a.locator("#f-body")).hasValue("第一个窗口又写的。");
            assertThat(draft(id).body()).isEqualTo("第二个窗口写的。");
            a.locator("#draft-state button").click();
            assertThat(a.locator("[data-against]")).containsText("服务器上的文稿与您写的不同");
            assertThat(draft(id).body()).isEqualTo("第二个窗口写的。");
            first.screenshot("draft-against");
            assertThat(first.axe()).isEmpty();
            a.locator("[data-mine]").click();
            saved(a);
            assertThat(draft(id).body()).isEqualTo("第一个窗口又写的。");
        }
    }

    @Test
    void pastingFromWordKeepsLevelsAndDropsTheRest() {
        long id = begun();
        try (Browser browser = browser().login("S021")) {
            Page page = editor(browser, id);
            page.locator("#f-body").fill("");
            paste(page, "<html><head><style>p{mso-style:x}</style></head><body><p class=MsoNormal style='mso-list:l0'>一、总体要求<o:p></o:p></p>"
                    + "<p class=MsoNormal>&nbsp;&nbsp;坚持<b>问题</b>导向。</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>防汛</td><td>300</td></tr></table></body></html>");
            assertThat(page.locator("#f-body")).hasValue("一、总体要求\n坚持问题导向。\n| 项目 | 金额 |\n| 防汛 | 300 |");
            saved(page);
            assertThat(page.locator("#look .drawn td")).hasCount(4);

            paste(page, "<p>" + "防汛抗旱。".repeat(41_000) + "</p>");
            assertThat(page.locator(".paper-body .wrong")).containsText("最多 200,000 个");
            paste(page, "<table><tr>" + "<td>列</td>".repeat(60) + "</tr></table>");
            assertThat(page.locator(".paper-body .wrong")).containsText("表格有 60 列");
            page.locator("#f-body").fill("|" + " 列 |".repeat(60));
            assertThat(page.locator(".paper-body .wrong")).containsText("表格有 60 列");
            assertThat(page.locator("#f-body")).hasValue("|" + " 列 |".repeat(60));
        }
    }

    @Test
    void aWordFileIsShownInPartsBeforeItReplacesAnything() throws IOException {
        long id = begun();
        try (Browser browser = browser().login("S021")) {
            Page page = editor(browser, id);
            page.locator("#f-word").setInputFiles(new FilePayload("函.docx", "application/octet-stream", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}));
            page.locator("#import button.btn").last().click();
            assertThat(page.locator("#import .wrong")).containsText("不是 Word 文档");
            assertThat(page.locator("#f-body")).hasValue(TYPED);

            page.locator("#f-word").setInputFiles(new FilePayload("函.docx", "application/octet-stream", docx(
                    "云岭省人民政府办公厅关于商请支持的函", "云岭省财政厅：", "现就有关事项商请如下。", "一、请予支持。", "云岭省人民政府办公厅", "2026年6月15日")));
            page.locator("#import button.btn").last().click();
            assertThat(page.locator("main")).containsText("勾选的部分将替换现稿");
            assertThat(draft(id).body()).isEqualTo(TYPED);
            browser.screenshot("draft-import");
            assertThat(browser.axe()).isEmpty();
            page.locator("[name=take][value=title]").uncheck();
            page.locator("form button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            assertThat(page.locator("#f-body")).hasValue("现就有关事项商请如下。\n一、请予支持。");
            assertThat(draft(id).title()).endsWith("征求意见的函");
        }
    }

    @Test
    void withoutScriptsAFormSavesRefusesAndComparesToo() {
        long id = begun();
        try (Browser browser = Browser.withoutScripts(port).reading("zh-CN").login("S021")) {
            Page page = browser.page();
            browser.open("/documents/outgoing/" + id + "/draft");
            page.locator("#f-body").fill("没有脚本也能写。");
            page.locator("#f-addMain").fill("云岭省财政厅");
            page.locator("[data-save]").click();
            assertThat(page.locator(".flash.good")).isVisible();
            assertThat(page.locator("#f-mainRecipients")).hasValue(Pattern.compile("云岭省财政厅"));
            page.locator("#f-copies").evaluate("e => e.value = '三'");
            page.locator("[data-save]").click();
            assertThat(page.locator(".objections")).isVisible();
            page.locator("#f-copies").evaluate("e => e.value = ''");
            int version = reading.one(id, null, office.actor("S021"), office.now()).version();
            drafts.save(id, version, DraftEditorTests.window(office.person("S021")), with(draft(id), "别处写的。"), office.actor("S021"), office.now());
            page.locator("#f-body").fill("我写的。");
            page.locator("[data-save]").click();
            assertThat(page.locator("[data-against]")).containsText("服务器上的文稿与您写的不同");
            page.locator("[data-against] button").click();
            assertThat(page.locator(".flash.good")).isVisible();
            assertThat(draft(id).body()).isEqualTo("我写的。");
        }
    }

    @Test
    void thirtyCorrectionsAreShownClassifiedSentAndAnswered() {
        String clean = IntStream.rangeClosed(1, 30).mapToObj(DraftEditorTests::paragraph).collect(Collectors.joining("\n"));
        String faulty = clean.replace("统筹推进", "统愁推进");
        long id = begun(with(letter(), faulty));
        send(id, "S021", "review");
        try (Browser browser = browser().login("S007")) {
            Page page = editor(browser, id);
            page.locator("#f-body").fill(clean);
            saved(page);
            page.navigate(page.url().replace("/draft", "/corrections"));
            Locator forms = page.locator("form.correction");
            assertThat(forms).hasCount(30);
            assertThat(forms.first().locator("[name=kind]:checked")).hasValue("WRONG");
            forms.nth(1).locator("[name=kind][value=WORDING]").check();
            page.waitForCondition(() -> corrections.pending(id, office.actor("S007")).get(1).kind() == Correction.Kind.WORDING);
            forms.nth(2).locator("[name=kind][value=NOT_AN_ERROR]").check();
            page.waitForCondition(() -> corrections.pending(id, office.actor("S007")).get(2).kind() == Correction.Kind.NOT_AN_ERROR);
            looking.at(browser, "corrections-pending");
        }
        handlings.apply(ref(id), new Act.Return(task(id, "S007"), "draft", List.of(), false, "请核对"), office.actor("S007"), office.now(), request());
        assertThat(corrections.of(id, office.actor("S021"))).hasSize(30).allMatch(c -> c.step().equals("review") && c.by() == office.person("S007"));
        assertThat(corrections.of(id, office.actor("S021")).get(1).kind()).isEqualTo(Correction.Kind.WORDING);
        try (Browser browser = browser().login("S021")) {
            Page page = browser.page();
            browser.open("/documents/outgoing/" + id + "/corrections");
            assertThat(page.locator(".correction")).hasCount(30);
            looking.at(browser, "corrections-made");
            page.locator(".answering button[value=true]").first().click();
            assertThat(page.locator(".answering")).hasCount(29);
            page.locator(".answering button[value=false]").first().click();
            assertThat(page.locator(".objections")).containsText("不接受的，请说明");
            page.locator(".answering [name=words]").first().fill("此处沿用原文件写法。");
            page.locator(".answering button[value=false]").first().click();
            assertThat(page.locator(".answering")).hasCount(28);
            page.getByText(Pattern.compile("全部接受")).click();
            assertThat(page.locator(".answering")).hasCount(0);
            browser.open("/documents/outgoing/" + id + "/revisions");
            assertThat(page.locator(".difference ins").first()).hasText("筹");
            assertThat(page.locator("main")).containsText("核稿");
            looking.at(browser, "revisions-inline");
            browser.open("/documents/outgoing/" + id + "/revisions?from=1&to=2&view=sides");
            assertThat(page.locator("table.sides")).isVisible();
            looking.at(browser, "revisions-sides");
        }
        assertThat(corrections.of(id, office.actor("S021"))).noneMatch(Correction::open);
    }

    private static String paragraph(int n) {
        return "第" + n + "段：各地各部门要统筹推进重点项目建设，压实责任，加强调度，确保年度任务落地见效，并于每季度末报送进展情况，遇有重大事项随时报告，不得迟报漏报，相关资金要专款专用并接受监督检查，切实提高使用效益。";
    }

    private static void saved(Page page) {
        assertThat(page.locator("#draft-state")).hasClass(Pattern.compile("good"));
        assertThat(page.locator("#draft-state")).hasText(Pattern.compile("已保存 \\d\\d:\\d\\d"));
    }

    private static Page editor(Browser browser, long id) {
        browser.open("/documents/outgoing/" + id + "/draft");
        Looking.settle(browser.page());
        return browser.page();
    }

    private static void paste(Page page, String html) {
        page.locator("#f-body").evaluate(
                """
                (area, html) => {
                  area.focus();
                  const clipboard = new DataTransfer();
                  clipboard.setData('text/html', html);
                  clipboard.setData('text/plain', 'plain');
                  area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
                }""", html);
    }

    private static byte[] docx(String... lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    private static String window(long person) {
        return String.format("page-%08d", person);
    }

    private static long id(Page page) {
        return Long.parseLong(page.url().replaceAll(".*outgoing/(\\d+)/draft.*", "$1"));
    }

    private Draft draft(long id) {
        return reading.one(id, null, office.actor("S021"), office.now()).draft();
    }

    private long task(long id, String who) {
        return java.util.Objects.requireNonNull(reading.one(id, null, office.actor(who), office.now()).task());
    }

    private void send(long id, String who, String way) {
        handlings.apply(ref(id), Act.Complete.of(task(id, who), way, null), office.actor(who), office.now(), request());
    }

    private static SubjectRef ref(long id) {
        return new SubjectRef("outgoing", id);
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }

    private long body(String code) {
        return organizations.byCode(code).orElseThrow().id();
    }

    private long begun() {
        return begun(letter());
    }

    private long begun(Draft draft) {
        return drafts.begin(draft, office.actor("S021"), office.now(), request());
    }

    private static Draft with(Draft d, String text) {
        return new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), d.title(), d.mainRecipients(), d.ccRecipients(), text,
                d.attachments(), d.signatureNames(), d.signers(), d.annotation(), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(),
                d.normative(), d.important(), d.onBehalfOf(), d.answersIncoming(), d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(),
                d.governmentConsents(), d.basis(), d.neededBy(), d.copies(), d.firstCheck());
    }

    private Draft letter() {
        Map<String, Boolean> checked = List.of("needed", "basis", "secrecy", "type", "facts").stream().collect(Collectors.toMap(q -> q, q -> true));
        return new Draft(
                DocType.LETTER, Direction.LATERAL, Medium.PAPER, body("ORG-YLB"), List.of(), "云岭省人民政府办公厅关于征求意见的函",
                List.of(new Draft.Recipient("云岭省交通运输厅", body("ORG-JTT"), null)), List.of(), TYPED, List.of(), List.of("云岭省人民政府办公厅"), List.of(),
                "（联系人：滕以宁，电话：000-0000-6151）", Openness.NOT_OPEN, "征求意见的公文", UrgencyMark.NONE, Clearance.NONE, false, false, null, null,
                null, false, false, false, "省政府常务会议议定事项", null, 10, checked);
    }
}
