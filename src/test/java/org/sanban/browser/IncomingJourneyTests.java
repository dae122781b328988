package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.audit.Trail;
import org.sanban.audit.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The five incoming papers of the sample office from the door to the shelf, through the pages, as the persons of the sample. */
class IncomingJourneyTests extends BrowserTest {

    @Autowired
    private Verification verification;

    @Autowired
    private Trail trail;

    @Autowired
    private JdbcClient jdbc;

    private final Looking looking = new Looking();
    private Walk walk;

    @BeforeEach
    void anOfficeWithoutVisitors() {
        walk = new Walk(port, clock, looking);
    }

    @AfterEach
    void nothingWentWrongOnTheWay() {
        walk.close();
        assertThat(looking.faults()).isEmpty();
    }

    @Test
    void aRequestIsHandledByALeadAndTwoSupportersOnALeadersInstructionAndAnswered() {
        Sample paper = Sample.of("D-IN-0001");
        walk.of(paper);
        walk.at(paper.at("RECEIVE"));
        Page entry = entry("S008");
        walk.look("S008", "entry");
        type(entry, paper);
        entry.locator("#f-files").setInputFiles(new FilePayload[] {
            Paper.pdf("澄政〔2026〕18号.pdf", "D-IN-0001", 4), Paper.pdf("澄川港区物流枢纽建设方案.pdf", "Annex", 26)
        });
        walk.at(paper.at("REGISTER"));
        register(entry);

        walk.at(paper.at("INITIAL_REVIEW"));
        pass("S007");
        walk.act("S007", "通过，送拟办");
        walk.at(paper.at("PROPOSE")).act("S007", "送领导批办", page -> {
            walk.opinion(page, paper.note("PROPOSE"));
            turns(page, "L03");
        });
        walk.at(paper.at("INSTRUCT")).act("L03", "批示完毕，送分办", paper.note("INSTRUCT"));

        walk.at(paper.at("ASSIGN"));
        Page page = walk.before("S008");
        walk.look("S008", "paper-assign");
        Walk.choose(page, "#f-lead", Sample.body("ORG-FGW"));
        Walk.choose(page, "#f-supporting", Sample.body("ORG-JTT"), Sample.body("ORG-ZRT"), Sample.body("ORG-CZT"));
        page.locator("#f-product").selectOption("OPINION");
        Walk.save(page, "assignments");
        assign("S008", "秘书五处", "2026-05-08T17:30", "秘书三处", "秘书四处");

        walk.at("2026-05-06T10:00").act("S017", "办理完毕", "口岸方面无不同意见。");
        walk.at("2026-05-06T11:00").act("S019", "办理完毕", "沿线防洪安全已核，无不同意见。");
        walk.at("2026-05-08T16:00").act("S021", "交办", form -> {
            Walk.choose(form, "#f-picks", "仲夏阳");
            form.locator("#f-instruction").fill("请核对投资规模的两处数字。");
        });
        walk.at("2026-05-08T16:20").act("S018", "回报", "两处数字一致。");

        walk.at(paper.at("REPLY"));
        refusedWithoutAReply("S021");
        page = walk.before("S021");
        page.locator("#f-replyForm").selectOption("REPLY");
        page.locator("#f-replyNumber").fill("岭政复〔2026〕9号");
        page.locator("#f-replyText").fill("同意将澄川港区纳入省级物流枢纽建设名单。");
        walk.look("S021", "paper-handle");
        page.locator("#f-replyForm").selectOption("REPLY");
        page.locator("#f-replyNumber").fill("岭政复〔2026〕9号");
        page.locator("#f-replyText").fill("同意将澄川港区纳入省级物流枢纽建设名单。");
        Walk.save(page, "replies");
        walk.at(paper.at("CLOSE")).act("S021", "办结并答复", paper.note("HANDLE"));

        store("S021", "2026-05-29T16:20", "2026-05-29T16:40", "2026-05-29T17:05");
        ended("STORED");
    }

    @Test
    void aReportThatHidesARequestIsReturnedToItsSender() {
        Sample paper = Sample.of("D-IN-0002");
        walk.of(paper);
        walk.at(paper.at("REGISTER"));
        Page entry = entry("S008");
        type(entry, paper);
        entry.locator("#f-files").setInputFiles(Paper.pdf("岭应急〔2026〕41号.pdf", "D-IN-0002", 5));
        register(entry);

        walk.at(paper.at("INITIAL_REVIEW"));
        Page page = walk.before("S007");
        walk.look("S007", "paper-review-hints");
        page.locator("[name=passed]").all().stream().filter(test -> !test.getAttribute("value").equals("ROUTING")).forEach(Locator::check);
        page.locator("[name=grounds][value=RET_05]").check();
        page.locator("[name='text[RET_05]']").fill("报告末段请求安排3200万元并请予批准。");
        page.locator("#f-toCorrect").fill(paper.note("INITIAL_REVIEW"));
        Walk.save(page, "reviews");
        walk.act("S007", "建议退文", paper.note("INITIAL_REVIEW"));

        walk.at(paper.at("RETURN"));
        Page decision = walk.before("S006");
        walk.look("S006", "paper-decide-return");
        assertThat(decision.locator("main")).containsText("RET-05");
        withoutScripts("S006", "同意退文");
        ended("RETURNED");
        assertThat(walk.paper("S008").locator(".bar")).containsText("已退文");
        walk.look("S008", "paper-returned");
    }

    @Test
    void anUrgentTelegramGoesThroughTheNight() {
        Sample paper = Sample.of("D-IN-0003");
        walk.of(paper);
        walk.at(paper.at("RECEIVE"));
        Page entry = entry("S024");
        type(entry, paper);
        entry.locator("#f-files").setInputFiles(Paper.pdf("雾政电〔2026〕7号.pdf", "D-IN-0003", 2));
        entry.keyboard().press("Control+s");
        assertThat(entry.locator(".flash.good")).containsText("已签收");

        walk.at(paper.at("REGISTER"));
        walk.before("S024");
        walk.look("S024", "paper-register");
        walk.act("S024", "特急，送值班室拟办", page -> Walk.choose(page, "#f-picks", "竺长明"));

        walk.at(paper.at("PROPOSE"));
        assertThat(walk.as("S023").page().locator(".lane .row").first()).containsText("18 分钟");
        walk.act("S023", "送领导批办", page -> {
            walk.opinion(page, paper.note("PROPOSE"));
            turns(page, "L01");
        });
        walk.at(paper.at("INSTRUCT"));
        assertThat(walk.as("L01").page().locator(".lane .row").first().locator(".left")).containsText("今日 06:00 前");
        walk.act("L01", "批示完毕，送分办", paper.note("INSTRUCT"));

        walk.at(paper.at("ASSIGN"));
        Page page = walk.before("S024");
        Walk.choose(page, "#f-lead", Sample.body("ORG-YJT"));
        Walk.choose(page, "#f-supporting", Sample.body("ORG-SLT"), Sample.body("ORG-JTT"), Sample.body("ORG-GXT"));
        Walk.save(page, "assignments");
        assign("S024", "秘书七处", "2026-06-21T12:00");

        walk.at(paper.at("CLOSE")).act("S022", "办结，无需答复", paper.note("CLOSE"));
        store("S022", "2026-06-24T17:12", "2026-06-24T17:20", "2026-06-24T17:25");
        ended("STORED");
    }

    @Test
    void twoLeadersInstructOneAfterTheOther() {
        Sample paper = Sample.of("D-IN-0004");
        walk.of(paper);
        walk.at(paper.at("REGISTER"));
        Page entry = entry("S024");
        type(entry, paper);
        entry.locator("#f-files").setInputFiles(new FilePayload[] {
            Paper.pdf("国汛办〔2026〕6号.pdf", "D-IN-0004", 3), Paper.pdf("主汛期值班信息报送要素表.pdf", "Annex", 1)
        });
        register(entry);

        walk.at(paper.at("INITIAL_REVIEW"));
        pass("S007");
        walk.act("S007", "通过，送拟办");
        walk.at(paper.at("PROPOSE")).act("S007", "送领导批办", page -> {
            walk.opinion(page, paper.note("PROPOSE"));
            turns(page, "L04", "S001");
        });
        walk.at(paper.at("INSTRUCT")).act("L04", "办理完毕", paper.note("INSTRUCT"));
        walk.at("2026-05-08T20:10").act("S001", "批示完毕，送分办", page -> {
            page.locator("[name=opinionKind][value=CIRCLED]").check();
            walk.opinion(page, "请总值班室按润田同志批示办理。");
        });
        walk.at(paper.at("ASSIGN"));
        assign("S008", "总值班室", "2026-05-11T12:00", "秘书四处");
        walk.at("2026-05-09T09:30").act("S019", "办理完毕", "已会同水利厅、应急管理厅部署。");

        walk.at(paper.at("REPLY"));
        Page page = walk.before("S023");
        page.locator("#f-replyForm").selectOption("PHONE");
        page.locator("#f-replyText").fill("带班领导和值班电话名单已报。");
        Walk.save(page, "replies");
        page.locator("#files #f-file").setInputFiles(Paper.pdf("值班名单.pdf", "Duty list", 1));
        page.locator("#files [name=copy][value=RESULT]").check();
        page.locator("#files form button[type=submit]").click();
        assertThat(page.locator("#files")).containsText("值班名单.pdf");
        page.locator("#files a[href$='/preview']").first().click();
        assertThat(page.locator("iframe.preview")).isVisible();
        walk.look("S023", "file-preview");

        walk.at(paper.at("CLOSE")).act("S023", "办结并答复", "名单已报送，值班制度已部署到位。");
        store("S023", "2026-05-12T17:31", "2026-05-12T17:40", "2026-05-12T17:50");
        ended("STORED");
        audited();
    }

    @Test
    void aLetterRegisteredByKeyboardAloneIsReadByFiveOfWhomOneIsSkipped() {
        Sample paper = Sample.of("D-IN-0005");
        walk.of(paper);
        walk.at(paper.at("REGISTER"));
        byKeyboard(entry("S008"), paper);

        walk.at(paper.at("INITIAL_REVIEW"));
        pass("S007");
        walk.act("S007", "通过，送拟办");
        walk.at(paper.at("PROPOSE"));
        walk.act("S007", "另送传阅", page -> Walk.choose(page, "#f-picks", "闻修远", "卓明川", "蔺春和", "阮知行", "殷若谷"));
        walk.act("S007", "直接分办", paper.note("PROPOSE"));
        walk.at(paper.at("ASSIGN"));
        assign("S008", "秘书五处", "2026-05-22T17:30", "秘书四处");

        int minute = 0;
        for (String reader : List.of("S001", "S002", "S003", "S004")) {
            walk.at("2026-05-19T10:0" + minute++).act(reader, "阅毕", "已阅。" + reader);
        }
        walk.at("2026-05-20T09:00").act("S019", "办理完毕", "无补充意见。");
        walk.at("2026-05-21T09:00");
        Page page = walk.paper("S007");
        assertThat(page.locator("aside")).containsText("传阅（4/5）");
        walk.look("S007", "paper-readers");
        Walk.press(page, "跳过传阅 · 殷若谷");
        walk.look("S007", "act-skip");
        page.locator("#f-reason").fill("殷若谷同志出差，会后补阅。");
        Walk.send(page);

        walk.at(paper.at("CLOSE")).act("S021", "办结，无需答复", "四条意见并入办法修改稿。");
        store("S021", "2026-05-22T16:00", "2026-05-22T16:20", "2026-05-22T16:30");
        ended("STORED");
        page = walk.as("S008").page();
        walk.browser("S008").open("/documents/incoming");
        walk.look("S008", "register");
        walk.browser("S008").open("/tray/done");
        walk.look("S008", "tray-done");
    }

    private Page entry(String code) {
        Browser browser = walk.as(code);
        browser.open("/documents/incoming/new");
        return browser.page();
    }

    private static void type(Page page, Sample paper) {
        page.locator("#f-sender").fill(Sample.body(paper.text("sender_org")));
        page.locator("#f-docNumber").fill(paper.text("doc_number"));
        page.locator("#f-title").fill(paper.text("title"));
        page.locator("#f-docType").selectOption(paper.text("doc_type"));
        page.locator("#f-direction").selectOption(paper.text("direction"));
        page.locator("#f-kind").selectOption(paper.text("kind"));
        page.locator("#f-urgency").selectOption(paper.text("urgency").equals("特急") ? "URGENT" : "NONE");
        page.locator("#f-issuedOn").fill(paper.text("issued_on"));
        page.locator("#f-copies").fill(paper.paper().get("copies").asString());
        page.locator("#f-pages").fill(paper.paper().get("pages").asString());
        page.locator("#f-mainRecipients").fill(String.join("、", paper.texts("main_recipients").stream().map(Sample::body).toList()));
        page.locator("#f-signers").fill(String.join("、", paper.texts("signer_names")));
        page.locator("#f-contactName").fill(paper.paper().get("contact").get("name").asString());
        page.locator("#f-contactPhone").fill(paper.paper().get("contact").get("phone").asString());
        page.locator("#f-openness").selectOption(paper.text("openness"));
        page.locator("#f-opennessReason").fill(paper.text("openness_reason"));
        page.locator("#f-body").fill(paper.text("body"));
        if (paper.text("medium").equals("TELEGRAM_PLAIN")) {
            page.locator("#f-medium").selectOption("TELEGRAM_PLAIN");
            page.locator("#f-channel").selectOption("TELEGRAM_PLAIN");
        }
    }

    private static void register(Page page) {
        page.locator(".acts button.go").click();
        assertThat(page.locator(".flash.good")).containsText("已登记 收〔2026〕");
    }

    /** Not one call of the mouse: paste the head of the paper, tab to what is left, send. */
    private void byKeyboard(Page page, Sample paper) {
        Keyboard keys = page.keyboard();
        page.onFileChooser(chooser -> {}); // from now on the browser asks the test, not a window of its own
        page.evaluate("text => navigator.clipboard.writeText(text)", paper.text("doc_number") + "\n" + paper.text("title") + "\n2026年5月15日");
        keys.press("Control+v");
        assertThat(page.locator("#f-docNumber")).hasValue(paper.text("doc_number"));
        assertThat(page.locator("#f-sender")).hasValue(Sample.body("ORG-CZT"));
        assertThat(page.locator("#f-docType")).hasValue("LETTER");
        assertThat(page.locator("#f-kind")).hasValue("FOR_ACTION");
        assertThat(page.locator("#f-copies")).isFocused();
        keys.type("2");
        tabTo(page, "f-pages");
        keys.type("2");
        downTo(page, "f-openness", "NOT_OPEN");
        tabTo(page, "f-opennessReason");
        keys.insertText(paper.text("openness_reason"));
        tabTo(page, "f-body");
        keys.insertText(paper.text("body"));
        tabTo(page, "f-files");
        FileChooser chooser = page.waitForFileChooser(() -> keys.press("Enter"));
        chooser.setFiles(Paper.pdf("岭财函〔2026〕88号.pdf", "D-IN-0005", 2));
        keys.press("Control+Enter");
        assertThat(page.locator(".flash.good")).containsText("已登记 收〔2026〕");
        assertThat(page.locator("#f-sender")).hasValue(Sample.body("ORG-CZT"));
    }

    private static void tabTo(Page page, String field) {
        for (int n = 0; n < 40 && !field.equals(page.evaluate("() => document.activeElement.id")); n++) {
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("#" + field)).isFocused();
    }

    private static void downTo(Page page, String list, String value) {
        tabTo(page, list);
        for (int n = 0; n < 5 && !page.locator("#" + list).inputValue().equals(value); n++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator("#" + list)).hasValue(value);
    }

    private void pass(String code) {
        Page page = walk.before(code);
        walk.look(code, "paper-review");
        page.locator("[name=passed]").all().forEach(Locator::check);
        Walk.save(page, "reviews");
    }

    private void turns(Page page, String... leaders) {
        for (int n = 0; n < leaders.length; n++) {
            page.locator("#f-picks-" + n).selectOption(String.valueOf(office.person(leaders[n])));
        }
    }

    private void assign(String code, String lead, String due, String... supports) {
        walk.act(code, "分送承办", page -> {
            Walk.choose(page, "#f-lead", lead);
            Walk.choose(page, "#f-supports", supports);
            page.locator("#f-due").fill(due);
        });
    }

    private void refusedWithoutAReply(String code) {
        Page page = walk.before(code);
        Walk.press(page, "办结并答复");
        page.locator("#f-opinion").fill("拟办结。");
        page.locator("main form button.go").click();
        assertThat(page.locator(".objections")).containsText("答复");
        assertThat(page.locator("#f-opinion")).hasValue("拟办结。");
        looking.asItStands(walk.browser(code), "act-refused");
        page.locator("main form a[href$='#f-replyForm']").click();
        Looking.settle(page);
        assertThat(page.locator("#f-replyForm")).isVisible();
    }

    /** From the paper's page to the end of the act, with scripts switched off. */
    private void withoutScripts(String code, String way) {
        try (Browser plain = Browser.withoutScripts(port).reading("zh-CN").login(code)) {
            Page page = plain.page();
            plain.open(walk.href());
            plain.screenshot("journey-paper-without-scripts");
            page.locator("a[href*='/handlings/actions']").click();
            plain.screenshot("journey-actions-without-scripts");
            page.getByText(way, new Page.GetByTextOptions().setExact(true)).click();
            page.locator("main form button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            plain.screenshot("journey-done-without-scripts");
        }
    }

    /** Handed over by the holder, arranged and stored by the archivist, all on one day. */
    private void store(String holder, String transferred, String arranged, String stored) {
        walk.at(transferred).act(holder, "移交档案室");
        walk.at(arranged);
        Page page = walk.before("S010");
        walk.look("S010", "paper-archivist");
        String item = page.locator("aside a[href^='/archive/items/']").getAttribute("href");
        page.locator("aside a[href^='/archive/items/']").click();
        assertThat(page.locator("#f-retention")).isVisible();
        walk.look("S010", "item-handed-over");
        if (page.locator("#f-retention").inputValue().isEmpty()) {
            page.locator("#f-retention").selectOption("D30");
        }
        page.locator("form[action$='/arrangement'] button.go").click();
        assertThat(page.locator(".flash.good")).containsText("档号");
        walk.look("S010", "item-tested");
        walk.act("S010", "整理完毕");
        walk.at(stored);
        walk.as("S010").open(item);
        walk.look("S010", "item-arranged");
        page.locator("[name=place][value=SHELF]").check();
        page.locator("#f-location").fill("1库3架05盒");
        page.locator("form[action$='/place'] button.go").click();
        assertThat(page.locator(".flash.good")).isVisible();
        walk.act("S010", "已入库");
        walk.as("S010").open(item);
        assertThat(page.locator(".tags")).containsText("三项同日");
        for (String time : List.of(transferred, arranged, stored)) {
            assertThat(page.locator("aside .timeline time[datetime^='" + utc(time) + "']").first()).isVisible();
        }
        walk.look("S010", "item-stored");
        walk.browser("S010").open("/archive");
        walk.look("S010", "archive-desk");
    }

    private static String utc(String local) {
        return java.time.LocalDateTime.parse(local).minusHours(8).toString();
    }

    /** Closed with this outcome, the trail is whole, and the sheet has every opinion word for word. */
    private void ended(String outcome) {
        assertThat(jdbc.sql("select outcome from handling where subject_kind = 'incoming' and subject_id = :id and state = 'CLOSED'")
                .param("id", walk.id()).query(String.class).single()).isEqualTo(outcome);
        assertThat(verification.verify().whole()).isTrue();
        assertThat(trail.of(new SubjectRef("incoming", walk.id()), 0, 200)).extracting(Trail.Entry::what)
                .contains("incoming.received", "incoming.registered", "handling.start", "handling.complete");

        Page page = walk.paper("S007");
        walk.look("S007", "paper-" + outcome);
        walk.browser("S007").open(walk.href() + "/sheet");
        walk.look("S007", "sheet-" + outcome);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        String printed = page.locator(".paper").innerText();
        assertThat(walk.said()).allSatisfy(opinion -> assertThat(printed).contains(opinion));
        walk.browser("S007").screenshot("journey-print-" + walk.id());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private void audited() {
        Page page = walk.as("A03").page();
        walk.browser("A03").open("/admin/audit");
        walk.look("A03", "audit");
        page.locator("form[action$='/verification'] button").click();
        assertThat(page.locator("#verification .tag.green")).isVisible();
    }
}
