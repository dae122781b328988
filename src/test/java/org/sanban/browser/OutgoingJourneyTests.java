package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
import org.sanban.people.Organizations;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The seven outgoing papers of the sample office, and a joint one, from the draft into the archive, as the persons of the sample at
 * their times. Each kind of step is taken through its real page once; what one walk has shown, the others send as plain forms.
 */
class OutgoingJourneyTests extends NextDoorTest {

    private static final String AUTHOR = "S021";
    private static final String REVIEWER = "S007";
    private static final String ISSUER = "S009";

    @Autowired
    private Incoming incoming;

    @Autowired
    private Handlings handlings;

    @Autowired
    private Organizations organizations;

    @Autowired
    private JdbcClient jdbc;

    private final Looking looking = new Looking();
    private final List<String> said = new ArrayList<>();
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

    /** The pages of the ordinary way, all of them. */
    @Test
    void aRequestIsAnsweredByAReplyThatStandsOnItAfterwards() {
        Sample paper = Sample.of("D-OUT-0001");
        long request = request(Sample.of("D-IN-0001"));
        walk.of(paper);
        walk.at(paper.at("DRAFT"));
        Browser author = walk.as(AUTHOR);
        Page page = author.page();
        author.open("/documents/incoming/" + request);
        page.locator("a[href*='answers=" + request + "']").click();
        assertThat(page.locator("[name=docType][value=REPLY]")).isChecked();
        Walk.choose(page, "#f-issuer", "云岭省人民政府");
        page.locator("form button.go").click();
        page.waitForURL("**/draft");
        write(page, paper);
        page.locator("#f-body").press("Control+Enter");
        page.waitForURL(url -> url.matches(".*/documents/outgoing/\\d+"));
        walk.on(page.url().replaceFirst("https?://[^/]+", ""));
        Looking.settle(page);
        page.locator("details:has(form[action$='/countersigns']) > summary").click();
        outside(page, "ORG-FGW", "2026-05-26");
        for (String body : List.of("ORG-CZT", "ORG-ZRT", "ORG-JTT")) {
            countersigned(AUTHOR, body, "AGREE", "2026-05-26");
        }
        walk.look(AUTHOR, "outgoing-draft");
        walk.act(AUTHOR, "送核稿");

        walk.at(paper.at("OFFICE_REVIEW"));
        page = walk.before(REVIEWER);
        walk.look(REVIEWER, "outgoing-review");
        page.locator("[name='focusProblem[FORM]'][value=true]").check();
        Walk.save(page, "review-sheet", "#f-focusNote\\[FORM\\]", "季度报送时限应与方案一致。");
        Walk.press(page, "核稿完毕，报签");
        page.locator("main form button.go").click();
        assertThat(page.locator("main")).containsText("仍有问题：季度报送时限应与方案一致");
        assertThat(page.locator("main")).containsText("核对问题 HD-01 没有回答");
        page = walk.paper(REVIEWER);
        page.locator("#f-questions .op", new Page.LocatorOptions().setHasText("HD-01")).locator("button[value=YES]").click();
        assertThat(page.locator("#f-questions .op", new Page.LocatorOptions().setHasText("HD-01")).locator(".tag.green")).isVisible();
        page.locator("[name='focusProblem[FORM]'][value=false]").check();
        Walk.save(page, "review-sheet", "#f-focusNote\\[FORM\\]", "已核，一致。");
        act(REVIEWER, "核稿完毕，报签", "行文依据充分，拟同意。");
        walk.at(paper.at("SUBMIT")).act(REVIEWER, "报领导签发", form -> form.locator("#f-picks-0").selectOption(id("L01")));

        walk.at(paper.at("SIGN"));
        page = walk.before("L01");
        walk.look("L01", "outgoing-sign");
        assertThat(page.locator("[name=way]")).hasCount(2);
        page.locator("#f-opinion").fill(say(paper.note("SIGN")));
        Walk.save(page, "signatures");
        walk.at(paper.at("RECHECK"));
        walk.before(ISSUER);
        walk.look(ISSUER, "outgoing-recheck");
        walk.act(ISSUER, "复核无误，送编号");
        walk.at(paper.at("REGISTER_NO"));
        page = walk.before(ISSUER);
        page.locator("#f-series").selectOption(paper.text("series"));
        Walk.save(page, "series");
        walk.look(ISSUER, "outgoing-number");
        walk.act(ISSUER, "编号，送排版印制");
        walk.look(ISSUER, "outgoing-typeset");
        walk.act(ISSUER, "送校对", form -> Walk.choose(form, "#f-picks", name(AUTHOR), name("S008"), name(ISSUER)));
        walk.at(paper.at("PROOFREAD"));
        page = walk.before(AUTHOR);
        page.locator("[name=part][value=FIRST_READER]").check();
        Walk.save(page, "proofs");
        walk.look(AUTHOR, "outgoing-proof");
        walk.act(AUTHOR, "办理完毕");
        proof("S008", "READER", "办理完毕");
        proof(ISSUER, "READER", "校对无误，送用印");
        walk.at(paper.at("SEAL"));
        page = walk.before(ISSUER);
        walk.look(ISSUER, "outgoing-seal");
        page.locator("#f-sealCopies").fill("12");
        Walk.save(page, "seals");
        walk.act(ISSUER, "已用印，送核发");

        walk.at(paper.at("DISPATCH"));
        page = walk.before(ISSUER);
        walk.look(ISSUER, "outgoing-dispatch");
        page.locator("[name=fillCopies]").first().fill("8");
        Walk.save(page, "lines/proposed");
        page.locator("form[action$='/dispatch'] button").click();
        assertThat(page.locator(".flash.good")).isVisible();
        walk.act(ISSUER, "核发完毕，送公开", form -> Walk.choose(form, "#f-picks", name("S025")));
        page = walk.before("S025");
        page.locator("#f-publishWhere").fill("https://www.yunling.example/zwgk/2026/9");
        Walk.save(page, "publication");
        walk.look("S025", "outgoing-published");
        walk.act("S025", "已公开，送办结");

        walk.at(paper.at("CLOSE"));
        page = walk.before(AUTHOR);
        page.locator("form[action$='/acknowledgement'] [name=who]").first().fill("市政府办公室");
        page.locator("form[action$='/acknowledgement'] button").first().click();
        assertThat(page.locator(".flash.good")).isVisible();
        refusedUntilTheOthersAreWaived(page);
        walk.act(AUTHOR, "办结，归档移交");
        stored(AUTHOR, paper, "2026-05-29T16:20");
        walk.browser(AUTHOR).open("/documents/incoming/" + request);
        Looking.settle(page);
        assertThat(page.locator("main")).containsText(number());
        walk.browser(AUTHOR).open("/documents/outgoing");
        walk.look(AUTHOR, "outgoing-register");
        walk.browser(AUTHOR).open(walk.href() + "/print");
        walk.look(AUTHOR, "outgoing-print");
    }

    /** Returned twice: once with corrections in the text, which the author reads and answers, once by the chief with a reason. */
    @Test
    void aRequestUpwardComesBackTwiceWithCorrectionsAndIsSignedByThePrincipalHead() {
        Sample paper = Sample.of("D-OUT-0004");
        walk.at(paper.at("DRAFT"));
        begin("S019", paper, paper.text("body").replace("短缺已成为", "短却已成为"));
        for (String body : texts(paper, "COUNTERSIGN", "orgs")) {
            countersigned("S019", body, "AGREE", "2026-04-17");
        }
        plainly("S019").act("送核稿");

        walk.at("2026-04-23T15:00");
        Page page = walk.before(REVIEWER);
        page.locator("a[href$='/draft']").first().click();
        page.waitForURL("**/draft");
        Locator body = page.locator("#f-body");
        body.fill(body.inputValue().replace("短却已成为", "短缺已成为").replace("输水线路总长186公里", "输水线路总长168公里"));
        page.locator("#f-body").press("Control+Enter");
        page.waitForURL(url -> url.matches(".*/documents/outgoing/\\d+"));
        Looking.settle(page);
        assertThat(page.locator("#corrections form.correction")).hasCount(2);
        page.locator("#corrections form.correction").last().locator("[name=substantive][value=true]").check();
        walk.at(paper.at("OFFICE_REVIEW"));
        page = walk.before(REVIEWER);
        page.locator(".acts").getByText("退回", new Locator.GetByTextOptions().setExact(true)).click();
        page.locator("#f-reason").fill(paper.note("OFFICE_REVIEW"));
        Walk.send(page);

        walk.at("2026-04-24T10:30");
        page = walk.before("S019");
        walk.look("S019", "outgoing-returned");
        assertThat(page.locator("#corrections .correction")).hasCount(2);
        assertThat(page.locator("#corrections")).containsText(name(REVIEWER));
        page.locator("#corrections .correction").first().locator("button[value=true]").click();
        assertThat(page.locator("#corrections .answering")).hasCount(1);
        page.locator("#corrections .answering [name=words]").fill("经核实应为186公里，已更正附件。");
        page.locator("#corrections .answering button[value=false]").click();
        assertThat(page.locator("#corrections .answering")).hasCount(0);
        draft("S019", "body", paper.text("body").strip());
        for (String one : texts(paper, "COUNTERSIGN", "orgs")) {
            countersigned("S019", one, "AGREE", "2026-04-24");
        }
        plainly("S019").act("送核稿", "opinion", "经核实应为186公里，已更正附件");
        walk.at("2026-04-24T14:00");
        plainly(REVIEWER).act("送处长审核", "opinion", say("数字已核。"), "picks", id("S006"));
        walk.at("2026-04-24T14:40");
        plainly("S006").back("退回", "起草", "请在附注中写明联系人。");
        walk.at("2026-04-24T15:00");
        plainly("S019").act("送核稿");
        walk.at(paper.at("SUBMIT"));
        plainly(REVIEWER).act("核稿完毕，报签", "opinion", say("已按要求修改，请签发。"));
        plainly(REVIEWER).act("报领导签发", "picks", id("L02"));
        walk.at("2026-04-27T09:00");
        refused("L02", () -> plainly("L02").save("signatures", "how", "BARE"), "主要负责人");
        plainly("L02").back("退回", "报签", "上行文请省长签发。");
        plainly(REVIEWER).act("报领导签发", "picks", id("L01"));
        signedToSent(paper, "S019", ISSUER, 6, "L01");
        close("S019", paper, "2026-04-29T16:00");
        walk.browser("S019").open(walk.href() + "/revisions");
        assertThat(walk.browser("S019").page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText("第 3 稿"))).isVisible();
    }

    @Test
    void aLetterLosesItsNumberToAMissingRecipientAndTheLedgerSaysWhy() {
        Sample paper = Sample.of("D-OUT-0003");
        walk.at(paper.at("DRAFT"));
        begin(AUTHOR, paper, paper.text("body"));
        String all = String.join("\n", paper.texts("main_recipients").stream().map(Sample::body).toList());
        draft(AUTHOR, "mainRecipients", all.replace(Sample.body("ORG-ZRT") + "\n", ""));
        plainly(AUTHOR).act("送核稿");
        walk.at(paper.at("OFFICE_REVIEW"));
        plainly(REVIEWER).act("核稿完毕，报签", "opinion", say("同意。"));
        walk.at(paper.at("SUBMIT"));
        plainly(REVIEWER).act("报领导签发", "picks", id("S001"));
        walk.at("2026-05-08T14:30");
        plainly("S001").save("signatures", "opinion", say("同意"), "way", "number");
        walk.at("2026-05-08T15:10");
        plainly(ISSUER).act("编号，送排版印制");
        String first = number();

        walk.at(paper.at("VOID_NUMBER"));
        Page page = walk.before(ISSUER);
        page.locator("details:has(form[action$='/number-voidings']) > summary").click();
        page.locator("#f-voidReason").fill(paper.note("VOID_NUMBER"));
        Walk.choose(page, "#f-voidApprover", name("S006"));
        Walk.save(page, "number-voidings");
        walk.look(ISSUER, "outgoing-number-voided");
        plainly(ISSUER).back("退回", "编号", paper.note("VOID_NUMBER"));
        plainly(ISSUER).back("退回", "起草", paper.note("VOID_NUMBER"));
        draft(AUTHOR, "mainRecipients", all);
        plainly(AUTHOR).act("送核稿", "opinion", say("已补充主送省自然资源厅。"));
        plainly(REVIEWER).act("核稿完毕，报签");
        plainly(REVIEWER).act("报领导签发", "picks", id("S001"));
        walk.at("2026-05-11T09:00");
        plainly("S001").save("signatures", "opinion", say("补充主送后同意"));
        walk.at(paper.at("RECHECK"));
        plainly(ISSUER).act("复核无误，送编号");
        walk.at("2026-05-11T09:35");
        plainly(ISSUER).act("编号，送排版印制");
        assertThat(number()).isNotEqualTo(first).startsWith("岭政办函〔2026〕");
        page = walk.paper(ISSUER);
        page.locator("a[href^='/numbers/lines/']", new Page.LocatorOptions().setHasText(first)).first().click();
        assertThat(page.locator("main")).containsText("主送机关遗漏省自然资源厅");
        walk.look(ISSUER, "number-voided");
        printed(paper, AUTHOR, 10, "S001");
        walk.at(paper.at("DISPATCH"));
        sent(ISSUER, "核发完毕，送办结");
        close(AUTHOR, paper, paper.at("CLOSE"));
    }

    @Test
    void anUrgentTelegramIsWiredOnASundayByTheDutyRoom() {
        Sample paper = Sample.of("D-OUT-0007");
        assertThat(LocalDateTime.parse(paper.at("SIGN")).getDayOfWeek()).isEqualTo(java.time.DayOfWeek.SUNDAY);
        walk.at(paper.at("DRAFT"));
        begin("S020", paper, paper.text("body"));
        plainly("S020").act("送核稿");
        walk.at("2026-06-21T12:00");
        Page page = walk.as(REVIEWER).page();
        assertThat(page.locator(".row").filter(new Locator.FilterOptions().setHasText("强降雨")).first()).containsText("加急");
        walk.at(paper.at("OFFICE_REVIEW")).act(REVIEWER, "急件直送签发", form -> form.locator("#f-picks-0").selectOption(id("S001")));
        walk.at(paper.at("SIGN"));
        page = walk.before("S001");
        page.locator("[name=way][value=number]").check();
        page.locator("#f-opinion").fill(say(paper.note("SIGN")));
        Walk.save(page, "signatures");
        walk.at(paper.at("REGISTER_NO"));
        walk.act(ISSUER, "编号，送值班室发电", form -> Walk.choose(form, "#f-picks", name("S024")));
        walk.at(paper.at("DISPATCH"));
        page = walk.before("S024");
        walk.look("S024", "outgoing-wire");
        assertThat(page.locator(".fill")).hasCount(6 + departments());
        for (Locator row : page.locator(".fill").all().subList(6, 9)) {
            row.locator("[name=fillCopies]").fill("1");
        }
        Walk.save(page, "lines/proposed");
        assertThat(page.locator("#f-lines tbody tr")).hasCount(9);
        assertThat(page.locator("#f-lines")).containsText("各市（州）人民政府");
        page.locator("form[action$='/dispatch'] button").click();
        assertThat(page.locator(".flash.good")).isVisible();
        walk.act("S024", "已发出，送办结");
        assertThat(number()).startsWith("岭政办发明电〔2026〕");
        close("S020", paper, paper.at("CLOSE"));
    }

    @Test
    void minutesGoFromTheChiefToTheSignerAndAreSentWithoutASeal() {
        Sample paper = Sample.of("D-OUT-0005");
        walk.at(paper.at("DRAFT"));
        begin("S013", paper, paper.text("body"));
        walk.at("2026-05-26T14:00").act("S013", "纪要送处长审核", form -> form.locator("#f-picks-0").selectOption(id("S012")));
        walk.at(paper.at("SUBMIT"));
        walk.act("S012", "纪要报签", form -> {
            form.locator("#f-opinion").fill(say("纪要与会议议定一致。"));
            form.locator("#f-picks-0").selectOption(id("L01"));
        });
        walk.at(paper.at("SIGN"));
        plainly("L01").save("signatures", "opinion", say(paper.note("SIGN")), "way", "number");
        walk.at(paper.at("REGISTER_NO"));
        plainly(ISSUER).act("编号，送排版印制");
        assertThat(number()).startsWith("岭政常纪〔2026〕");
        plainly(ISSUER).act("送校对", "picks", id("S013"), "picks", id("S008"), "picks", id(ISSUER));
        read("S013", "FIRST_READER", "办理完毕");
        read("S008", "READER", "办理完毕");
        read(ISSUER, "READER", "校对无误，纪要核发");
        walk.at(paper.at("DISPATCH"));
        sent(ISSUER, "核发完毕，依申请公开，送办结");
        close("S013", paper, paper.at("CLOSE"));
    }

    @Test
    void aNoticeCountersignedByTwoDivisionsGoesToEveryCityEveryDepartmentAndEveryDivision() {
        Sample paper = Sample.of("D-OUT-0002");
        walk.at(paper.at("DRAFT"));
        begin("S006", paper, paper.text("body"));
        walk.act("S006", "送会签", form -> Walk.choose(form, "#f-picks", "会议处", "政务公开处"));
        walk.at("2026-03-12T16:00");
        Page page = walk.before("S012");
        walk.look("S012", "outgoing-countersign");
        page.locator("[name=verdict][value=AGREE_WITH_CHANGES]").check();
        Walk.save(page, "verdicts");
        act("S012", "办理完毕", "会后1个工作日内形成初稿可行，建议注明纪要以正式印发为准。");
        walk.at(paper.at("COUNTERSIGN"));
        plainly("S025").act("会签完毕，送核稿", "opinion", say("同意。"));
        walk.at(paper.at("OFFICE_REVIEW"));
        plainly(REVIEWER).act("核稿完毕，报签", "opinion", say("同意会签意见。"));
        walk.at(paper.at("SUBMIT"));
        plainly(REVIEWER).act("报领导签发", "picks", id("S001"));
        signedToSent(paper, "S006", ISSUER, 180, "S001");
        Document sheet = plainly("S006").open(walk.href());
        assertThat(sheet.select("#f-lines tbody tr").size()).isEqualTo(6 + departments() + divisions());
        close("S006", paper, paper.at("CLOSE"));
    }

    @Test
    void aCircularForTheHouseIsAnIncomingPaperInEachDivisionAndItsRecallStopsThem() {
        Sample paper = Sample.of("D-OUT-0006");
        walk.at(paper.at("DRAFT"));
        begin("S006", paper, paper.text("body"));
        plainly("S006").act("送核稿");
        walk.at(paper.at("OFFICE_REVIEW"));
        plainly(REVIEWER).act("核稿完毕，报签", "opinion", say("同意。"));
        walk.at(paper.at("SUBMIT"));
        plainly(REVIEWER).act("报领导签发", "picks", id("S001"));
        signedToSent(paper, "S006", ISSUER, 30, "S001");
        long delivered = jdbc.sql("select incoming_id from outgoing_dispatch_line where document_id = ? and name = '秘书五处'").param(walk.id()).query(Long.class).single();
        Page page = walk.as(AUTHOR).page();
        assertThat(page.locator(".row a.t[href='/documents/incoming/" + delivered + "']")).isVisible();
        close("S006", paper, "2026-07-10T16:00");
        walk.at("2026-07-10T17:20");
        page = walk.paper(ISSUER);
        page.locator("details:has(form[action$='/recall']) > summary").click();
        page.locator("#f-recallReason").fill("附件二有误，另行印发。");
        Walk.save(page, "recall");
        walk.look(ISSUER, "outgoing-recalled");
        walk.as(AUTHOR).open("/documents/incoming/" + delivered);
        assertThat(walk.browser(AUTHOR).page().locator("main")).containsText("来文单位撤回此件：附件二有误");
        walk.look(AUTHOR, "incoming-recalled");
        walk.as(AUTHOR);
        assertThat(walk.browser(AUTHOR).page().locator(".row a.t[href='/documents/incoming/" + delivered + "']")).hasCount(0);
    }

    /** The sample has no joint issue; this one is its circular's sister. */
    @Test
    void aJointNoticeWaitsForTheOtherBodysHeadAndBearsTheLeadBodysNumber() {
        Sample paper = Sample.of("D-OUT-0001");
        walk.at("2026-05-12T09:00");
        begin(AUTHOR, paper, "为做好2026年建议提案办理工作，现将有关事项通知如下。\n一、明确责任。各承办单位要落实专人。\n二、按期答复。请于2026年7月31日前书面答复并抄送省政府办公厅。");
        draft(AUTHOR, "title", "云岭省人民政府办公厅 政协云岭省委员会办公厅关于做好2026年提案办理工作的通知", "docType", "NOTICE", "direction", "DOWN", "jointIssuers",
                body("ORG-ZX"), "issuer", body("ORG-YLB"), "mainRecipients", names(List.of("ORG-JYT", "ORG-JTT")), "ccRecipients", "", "signatureNames", "云岭省人民政府办公厅\n政协云岭省委员会办公厅", "annotation", "（此件公开发布）", "openness", "PROACTIVE",
                "opennessReason", "");
        plainly(AUTHOR).act("送核稿");
        plainly(REVIEWER).act("核稿完毕，报签", "opinion", say("同意。"));
        refused(REVIEWER, () -> plainly(REVIEWER).act("报领导签发", "picks", id("S001")), "政协云岭省委员会办公厅");
        Page page = walk.before(REVIEWER);
        walk.look(REVIEWER, "outgoing-joint");
        page.locator("details:has(form[action$='/countersigns']) > summary").click();
        outside(page, "ORG-ZX", "2026-05-12");
        plainly(REVIEWER).act("报领导签发", "picks", id("S001"));
        walk.at("2026-05-13T09:00");
        plainly("S001").save("signatures", "how", "CIRCLED", "way", "recheck");
        plainly(ISSUER).act("复核无误，送编号");
        plainly(ISSUER).act("编号，送排版印制");
        printed(paper, AUTHOR, 20, "S001");
        sent(ISSUER, "核发完毕，送公开", "picks", id("S025"));
        plainly("S025").save("publication", "publishWhere", "省政府门户网站");
        plainly("S025").act("已公开，送办结");
        assertThat(number()).startsWith("岭政办发〔2026〕");
        close(AUTHOR, paper, "2026-05-13T16:00");
        Document print = plainly(AUTHOR).open(walk.href() + "/print");
        assertThat(print.select(".issue .head").text()).contains("云岭省人民政府办公厅").contains("政协云岭省委员会办公厅");
    }

    // — steps as plain forms —

    private Plainly plainly(String code) {
        return walk.plainly(code);
    }

    private void begin(String author, Sample paper, String text) {
        walk.of(paper);
        String location = walk.plainly(author).begin("docType", paper.text("doc_type"), "direction", paper.text("direction"), "issuer", body(paper.text("issuer_org")));
        walk.on(location.replace("/draft", ""));
        List<String> titles = paper.paper().get("attachments").valueStream().map(a -> a.get("title").asString()).toList();
        if (!titles.isEmpty()) {
            plainly(author).attach(titles.stream().map(t -> new FilePayload(t + ".txt", "text/plain", (t + "\n" + walk.id()).getBytes(StandardCharsets.UTF_8))).toArray(FilePayload[]::new));
        }
        List<String> fields = new ArrayList<>(List.of("title", paper.text("title"), "body", text.strip()));
        Document editor = plainly(author).open(walk.href() + "/draft");
        titles.forEach(t -> Collections.addAll(fields, "annexTitle", t, "annexFile", option(editor, t)));
        Collections.addAll(fields, "mainRecipients", main(paper), "ccRecipients", names(paper.texts("cc_recipients")), "annotation", paper.text("annotation"),
                "openness", paper.text("openness"), "opennessReason", paper.text("openness_reason"), "basis", "省政府工作安排", "signers", String.join("\n", paper.texts("signer_names")),
                "urgency", paper.text("urgency").equals("加急") ? "FAST" : "NONE", "medium", paper.text("medium").isEmpty() ? "PAPER" : paper.text("medium"));
        if (paper.text("doc_type").equals("MINUTES")) {
            Collections.addAll(fields, "signatureNames", "");
        }
        editor.select("[name=firstCheck]").eachAttr("value").forEach(question -> Collections.addAll(fields, "firstCheck", question));
        draft(author, fields.toArray(String[]::new));
    }

    private static String option(Document editor, String title) {
        return editor.select("select[name=annexFile]").first().select("option").stream().filter(o -> o.text().startsWith(title)).map(Element::val).findFirst().orElseThrow();
    }

    private static String main(Sample paper) {
        String collective = paper.text("main_recipients_text");
        return collective.isEmpty() ? names(paper.texts("main_recipients")) : collective.replace("，", "\n");
    }

    private static String names(List<String> codes) {
        return String.join("\n", codes.stream().map(Sample::body).toList());
    }

    private void draft(String code, String... fields) {
        plainly(code).saveAt(walk.href() + "/draft", "draft", fields);
    }

    private void countersigned(String code, String body, String verdict, String on) {
        plainly(code).save("countersigns", "outsideOrganization", body(body), "signer", "负责人", "on", on, "outsideVerdict", verdict);
    }

    private void read(String code, String part, String way) {
        plainly(code).save("proofs", "part", part);
        plainly(code).act(way);
    }

    /** Signed, rechecked, numbered, printed, sealed and sent at the times of the sample. */
    private void signedToSent(Sample paper, String author, String sender, int copies, String signer) {
        walk.at(paper.at("SIGN"));
        plainly(signer).save("signatures", "opinion", say(paper.note("SIGN")));
        walk.at(paper.at("RECHECK"));
        plainly(ISSUER).act("复核无误，送编号");
        walk.at(paper.at("REGISTER_NO"));
        plainly(ISSUER).save("series", "series", paper.text("series"));
        plainly(ISSUER).act("编号，送排版印制");
        printed(paper, author, copies, signer);
        walk.at(paper.at("DISPATCH"));
        boolean open = paper.text("openness").equals("PROACTIVE");
        sent(sender, open ? "核发完毕，送公开" : "核发完毕，送办结", open ? new String[] {"picks", id("S025")} : new String[0]);
        if (open) {
            plainly("S025").save("publication", "publishWhere", "省政府门户网站");
            plainly("S025").act("已公开，送办结");
        }
    }

    private void printed(Sample paper, String author, int copies, String signer) {
        String other = author.equals("S008") ? REVIEWER : "S008";
        plainly(ISSUER).act("送校对", "picks", id(author), "picks", id(other), "picks", id(ISSUER));
        read(author, "FIRST_READER", "办理完毕");
        read(other, "READER", "办理完毕");
        read(ISSUER, "READER", "校对无误，送用印");
        plainly(ISSUER).save("seals", "sealCopies", String.valueOf(copies), "sealApprover", id(signer));
        plainly(ISSUER).act("已用印，送核发");
    }

    private void sent(String code, String way, String... fields) {
        plainly(code).save("lines/proposed");
        plainly(code).save("dispatch");
        plainly(code).act(way, fields);
    }

    /** Receipts or the reason why there are none, then the archive, at {@code at} and the hour after it. */
    private void close(String author, Sample paper, String at) {
        walk.at(at);
        if (!plainly(author).paper().select("form[action$=/waivers]").isEmpty()) {
            plainly(author).save("waivers", "waiverReason", "已逐一电话确认收到。");
        }
        plainly(author).act("办结，归档移交");
        stored(author, paper, at);
    }

    private void stored(String author, Sample paper, String at) {
        LocalDateTime hour = LocalDateTime.parse(at);
        walk.at(hour.plusMinutes(5).toString());
        plainly(author).act("移交档案室");
        String item = plainly("S010").open("/archive/panel?subject=outgoing/" + walk.id()).select("a[href^=/archive/items/]").attr("href");
        plainly("S010").saveAt(item, "arrangement", "retention", "D30", "pages", "4");
        plainly("S010").act("整理完毕");
        plainly("S010").saveAt(item, "place", "place", "SHELF", "location", "1库3架06盒");
        plainly("S010").act("已入库");
        assertThat(jdbc.sql("select outcome from handling where subject_kind = 'outgoing' and subject_id = ? and state = 'CLOSED'").param(walk.id()).query(String.class).single()).isEqualTo("STORED");
        String sheet = plainly(author).open(walk.href() + "/sheet").select(".paper").text();
        assertThat(said).allSatisfy(opinion -> assertThat(sheet).contains(opinion));
        if (paper.text("id").equals("D-OUT-0001")) {
            walk.paper(author);
            walk.browser(author).open(walk.href() + "/sheet");
            walk.look(author, "outgoing-sheet");
        }
    }

    // — steps through their pages —

    private void write(Page page, Sample paper) {
        page.locator("#f-title").fill(paper.text("title"));
        for (String body : paper.texts("cc_recipients")) {
            page.locator("#f-addCc").fill(Sample.body(body));
            page.locator("#f-addCc").press("Enter");
        }
        page.locator("#f-annotation").fill(paper.text("annotation"));
        page.locator("#f-openness").selectOption(paper.text("openness"));
        page.locator("#f-basis").fill("省政府第27次常务会议议定事项");
        page.locator("[name=firstCheck]").all().forEach(Locator::check);
        page.locator("#f-body").fill(paper.text("body").strip());
    }

    private void outside(Page page, String body, String on) {
        Walk.choose(page, "#f-outsideOrganization", Sample.body(body));
        page.locator("#f-signer").fill("负责人");
        page.locator("#f-on").fill(on);
        page.locator("[name=outsideVerdict][value=AGREE]").check();
        Walk.save(page, "countersigns");
    }

    private void proof(String code, String part, String way) {
        read(code, part, way);
    }

    private void act(String code, String way, String opinion) {
        walk.act(code, way, form -> form.locator("#f-opinion").fill(say(opinion)));
    }

    /** Closing names those who have not answered; the reason lets it pass (promise 6). */
    private void refusedUntilTheOthersAreWaived(Page page) {
        Walk.press(page, "办结，归档移交");
        page.locator("main form button.go").click();
        assertThat(page.locator("main")).containsText(Sample.body("ORG-FGW"));
        page.locator("main a[href$='#f-waiverReason']").first().click();
        Looking.settle(page);
        page.locator("#f-waiverReason").fill("其余单位已电话确认收到。");
        Walk.save(page, "waivers");
    }

    private static void refused(String code, Runnable act, String words) {
        org.assertj.core.api.Assertions.assertThatThrownBy(act::run).isInstanceOf(AssertionError.class).hasMessageContaining("422").hasMessageContaining(words);
    }

    // — the world —

    private String say(String opinion) {
        said.add(opinion);
        return opinion;
    }

    private String number() {
        return jdbc.sql("select number from outgoing_document where id = ?").param(walk.id()).query(String.class).single();
    }

    private String id(String code) {
        return String.valueOf(office.person(code));
    }

    private String name(String code) {
        return office.actor(code).name();
    }

    private String body(String code) {
        return String.valueOf(organizations.byCode(code).orElseThrow().id());
    }

    private int departments() {
        return (int) organizations.all().stream().filter(o -> o.active() && o.type().equals("DEPARTMENT") && o.tier() == 1).count();
    }

    private int divisions() {
        return jdbc.sql("select count(distinct name) from outgoing_dispatch_line where document_id = ? and unit is not null").param(walk.id()).query(Integer.class).single();
    }

    private static List<String> texts(Sample paper, String step, String field) {
        return paper.logged(step).get(field).valueStream().map(n -> n.asString()).toList();
    }

    /** The request of the sample, brought by the office to the division that answers it; its own journey shows how. */
    private long request(Sample paper) {
        clock.set(paper.at("RECEIVE"));
        Particulars asks = new Particulars(
                Long.valueOf(body("ORG-CC")), Sample.body("ORG-CC"), paper.text("doc_number"), paper.text("title"), DocType.REQUEST, Direction.UP,
                LocalDate.parse(paper.text("issued_on")), UrgencyMark.NONE, Clearance.NONE, Openness.NOT_OPEN, paper.text("openness_reason"), 5, 4,
                List.of(Sample.body("ORG-YL")), List.of(), paper.texts("signer_names"), "佟", "000-0000-7301", Particulars.Kind.FOR_ACTION, List.of(), null, Medium.PAPER,
                paper.text("body"), null, null, null);
        long id = incoming.receive(Receipt.inOrder(office.now(), office.person("S008"), Receipt.Channel.E_EXCHANGE), asks, office.actor("S008"), office.now(), request());
        handlings.apply(new SubjectRef("incoming", id), new Act.Jump("handle", List.of(Act.Pick.lead(office.unit("MSW"))), "演示"), Actor.SYSTEM, office.now(), request());
        return id;
    }

    private static String request() {
        return java.util.UUID.randomUUID().toString();
    }
}
