package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.documents.Particulars.Kind;
import org.sanban.people.PersonForm;
import org.sanban.people.Persons;
import org.sanban.people.PostForm;
import org.sanban.people.Posts;
import org.sanban.people.UnitForm;
import org.sanban.people.Units;
import org.sanban.testing.DocNumbers;
import org.sanban.testing.Door;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

class IncomingPagesTests extends PaperTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Units units;

    @Autowired
    Persons persons;

    @Autowired
    Posts posts;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = Door.of(application);
    }

    @Test
    void everyPageOfAPaperHasAllItsWordsInBothLanguages() {
        long fresh = received(letter());
        long review = registered(letter());
        long handled = handling();
        List<String[]> readings = List.of(
                new String[] {"S008", "/documents/incoming"}, new String[] {"S008", "/documents/incoming/new"},
                new String[] {"S008", "/documents/incoming/new?like=" + fresh}, new String[] {"S008", "/documents/incoming/" + fresh},
                new String[] {"S008", "/documents/incoming/" + fresh + "/entry"}, new String[] {"S007", "/documents/incoming/" + review},
                new String[] {"S019", "/documents/incoming/" + handled}, new String[] {"S007", "/documents/incoming/" + handled + "/sheet"});
        for (String[] reading : readings) {
            for (String language : List.of("zh-CN", "en")) {
                MvcTestResult page = read(reading[0], reading[1], language);
                assertThat(page).as(reading[1]).hasStatusOk();
                body(page).as(language + " " + reading[1]).doesNotContain("[documents.").doesNotContain("{0}").contains("</html>");
            }
        }
    }

    @Test
    void ctrlEnterRegistersNamesTheNumberAndKeepsTheSenderForTheNextOne() {
        MvcTestResult sent = send("S008", entry(number()).param("keep", "true").param("act", "next"));

        assertThat(sent).hasStatus3xxRedirection();
        String next = sent.getResponse().getRedirectedUrl();
        assertThat(next).startsWith("/documents/incoming/new?like=");
        long id = Long.parseLong(next.substring(next.indexOf('=') + 1));
        assertThat(number(id)).startsWith("收〔2026〕");
        assertThat(sent.getMvcResult().getFlashMap().get("flash").toString()).contains(number(id));
        body(read("S008", next, "zh-CN")).contains("value=\"云岭省财政厅\"");
    }

    @Test
    void ctrlSReceivesOnlyAndThePaperWaitsInTheRegistry() {
        long before = count();
        assertThat(send("S008", entry(number()).param("act", "receive"))).hasStatus3xxRedirection();

        assertThat(count()).isEqualTo(before + 1);
        long id = inTransaction(() -> jdbc.sql("select max(id) from incoming_document").query(Long.class).single());
        assertThat(step(id)).isEqualTo("register");
    }

    @Test
    void aProposalWithoutOpinionAndWithoutLeaderIsToldBothAtOnce() {
        long id = registered(letter());
        passReview(id);
        MvcTestResult page = send("S007", post("/handlings/incoming/" + id + "/completions")
                .param("task", String.valueOf(task(id, "S007"))).param("to", "instruct").param("picks", "").param("requestId", request()));

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("href=\"#f-opinion\"").contains("href=\"#f-picks\"");
        assertThat(step(id)).isEqualTo("propose");
    }

    @Test
    void aUnitWithNeitherAHeadNorAHandlerIsNotOfferedForHandling() {
        long unit = units.create(new UnitForm("XWR", "无人科", "", null, 990, "", "", "", "", "", true, null, 0), office.actor("A01"), now());
        long person = persons.create(new PersonForm("XWR01", "新来者", false, "", 900, "", "", 0), office.actor("A01"), now());
        posts.give(person, new PostForm(unit, "科员", false, true, LocalDate.of(2026, 1, 1)), office.actor("A01"), now());
        long id = registered(letter());
        passReview(id);
        complete(id, "S007", "assign", "送秘书四处办理");
        body(read("S008", "/handlings/incoming/" + id + "/completions?to=handle&task=" + task(id, "S008"), "zh-CN"))
                .contains("秘书四处").doesNotContain("无人科");
    }

    @Test
    void whatIsTakenBackIsNotSaidToHaveBeenSent() {
        long id = registered(letter());
        MvcTestResult sent = send("S008", post("/handlings/incoming/" + id + "/withdrawals").param("requestId", request()));

        assertThat(sent).hasStatus3xxRedirection();
        assertThat(step(id)).isEqualTo("register");
        assertThat(sent.getMvcResult().getFlashMap().get("flash").toString()).contains("withdrawn").contains("登记").doesNotContain("flash.sent");
    }

    @Test
    void promise6_whoeverReadsAPaperOnItsPageHasOpenedIt() {
        long id = handling();
        body(read("S008", "/handlings/panel?subject=incoming/" + id, "zh-CN")).contains("未打开");
        body(read("S019", "/handlings/panel?subject=incoming/" + id, "zh-CN")).contains("已打开").doesNotContain("未打开");
    }

    @Test
    void aDoubleClickRegistersOnePaper() {
        long before = count();
        String number = number();
        String request = UUID.randomUUID().toString();
        for (int click = 0; click < 2; click++) {
            assertThat(send("S008", entry(number).param("act", "next").param("requestId", request))).hasStatus3xxRedirection();
        }
        assertThat(count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "title|{long}|长", "issuedOn|2026-02-30|日期", "issuedOn|2026-07-01|不能晚于今天", "pages|-3|整数", "pages|三|整数", "copies|0|整数",
        "docType|NONSENSE|格式", "receivedAt|昨天|日期", "title|a\u0001b|字符", "urgency|TOP|特急", "previousId|999999999|没有这一件", "docType||文种",
        "secrecy|SECRET|格式"
    })
    void whatIsWrongIsNamedAndNothingTypedIsLost(String field, String value, String said) {
        long before = count();
        String number = number();
        String typed = value == null ? "" : value.equals("{long}") ? "题".repeat(10_000) : value;
        MvcTestResult page = send("S008", replaced(number, field, typed).param("act", "next"));

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("data-objections").contains(said).contains(field.equals("docNumber") ? typed : number).contains("关于试办事项的函".substring(0, field.equals("title") ? 0 : 8));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void promise15_aMarkOfSecrecyInTheFormIsAnsweredInTheWordsOfTheHouseAndNothingIsKept() {
        long before = count();
        MvcTestResult page = send("S008", replaced(number(), "title", "机密★10年").param("act", "next"));

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("本系统为非涉密系统");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aFileThatIsRefusedTakesNothingElseWithIt() {
        long before = count();
        String number = number();
        MvcTestResult page = pages.perform(fill(multipart("/documents/incoming/new")
                .file(new MockMultipartFile("files", "a.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1, 2, 3})), number, "title", "关于试办事项的函")
                .param("act", "next").with(as("S008")).with(csrf()).cookie(new Cookie("SANBAN_LANG", "zh-CN")));

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains(number);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aFileComesWithThePaper() {
        MvcTestResult page = pages.perform(fill(multipart("/documents/incoming/new")
                .file(new MockMultipartFile("files", "正文.txt", "text/plain", ("关于试办事项的函 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))), number(), "title", "关于试办事项的函")
                .param("act", "next").with(as("S008")).with(csrf()));

        assertThat(page).hasStatus3xxRedirection();
        long id = inTransaction(() -> jdbc.sql("select max(id) from incoming_document").query(Long.class).single());
        assertThat(inTransaction(() -> jdbc.sql("select count(*) from attachment where subject_kind = 'incoming' and subject_id = :id").param("id", id).query(Integer.class).single())).isEqualTo(1);
    }

    @Test
    void pastedTextFillsTheFieldsWithAndWithoutScripts() {
        String pasted = "云岭省财政厅关于试办事项的函（岭财函〔2026〕88号）";
        MvcTestResult json = send("S008", post("/documents/incoming/parse").contentType("text/plain;charset=UTF-8").content(pasted));
        assertThat(json).hasStatusOk();
        body(json).contains("\"docNumber\":\"岭财函〔2026〕88号\"").contains("\"sender\":\"云岭省财政厅\"").contains("\"docType\":\"LETTER\"").contains("\"direction\":\"LATERAL\"");

        MvcTestResult page = send("S008", post("/documents/incoming/new").param("act", "parse").param("pasted", pasted).param("copies", "3"));
        assertThat(page).hasStatusOk();
        body(page).contains("value=\"岭财函〔2026〕88号\"").contains("value=\"3\"");
    }

    @Test
    void whileANumberIsTypedItsTwinIsShown() {
        Particulars first = letter();
        long id = registered(first);

        body(read("S008", "/documents/incoming/twins?docNumber=" + first.docNumber() + "&sender=云岭省财政厅", "zh-CN")).contains(number(id));
    }

    @Test
    void aStaleEditIsAnsweredWith409AndKeepsWhatWasTyped() {
        long id = received(letter());
        int version = inTransaction(() -> papers.one(id).version);
        incoming.change(id, version, receipt(), letter(), office.actor("S008"), now());
        MvcTestResult page = send("S008", fill(post("/documents/incoming/" + id + "/entry"), number(), "title", "关于另一事项的函").param("version", String.valueOf(version)));

        assertThat(page).hasStatus(HttpStatus.CONFLICT);
        body(page).contains("关于另一事项的函").contains("别人已经改过");
    }

    @Test
    void aReviewWithAGroundButNoWordsIsSentBackToItsField() {
        long id = registered(letter());
        MvcTestResult bare = send("S007", post("/documents/incoming/" + id + "/reviews").param("passed", "COMPETENCE").param("grounds", "RET_05").param("text[RET_05]", ""));
        assertThat(bare).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(bare).contains("RET-05");

        assertThat(send("S007", post("/documents/incoming/" + id + "/reviews").param("passed", "COMPETENCE", "FORM", "CONSULTATION", "DRAFTING")
                .param("grounds", "RET_05").param("text[RET_05]", "夹带资金请示").param("toCorrect", "拆分后重报"))).hasStatus3xxRedirection();
        body(read("S007", "/documents/incoming/" + id, "zh-CN")).contains("夹带资金请示").contains("拆分后重报");
    }

    @Test
    void aReplyWithoutFormIsSentBackToItsField() {
        long id = handling();
        MvcTestResult page = send("S019", post("/documents/incoming/" + id + "/replies").param("replyText", "同意"));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("#f-replyForm").contains("同意");

        assertThat(send("S019", post("/documents/incoming/" + id + "/replies").param("replyForm", "PHONE").param("replyOn", "2026-06-15").param("replyText", "已电话答复")))
                .hasStatus3xxRedirection();
    }

    @Test
    void whoMayNotSeeAPaperDoesNotLearnThatItIsThere() {
        long id = registered(letter());

        assertThat(read("S026", "/documents/incoming/" + id, "zh-CN")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(read("S026", "/documents/incoming/" + id + "/sheet", "zh-CN")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(read("S018", "/documents/incoming/new", "zh-CN")).hasStatus(HttpStatus.FORBIDDEN);
        String number = inTransaction(() -> papers.one(id).particulars.docNumber());
        body(read("S026", "/documents/incoming?number=" + number, "zh-CN")).doesNotContain("/documents/incoming/" + id + "\"");
        body(read("S008", "/documents/incoming?number=" + number, "zh-CN")).contains("/documents/incoming/" + id + "\"");
    }

    @Test
    void theSheetCarriesEveryOpinionVerbatim() {
        long id = registered(letter());
        passReview(id);
        String proposal = "拟请秘书四处研提意见，\n报润田同志批示。<b>";
        complete(id, "S007", "instruct", proposal, Act.Pick.person(office.person("L04")), Act.Pick.person(office.person("L03")));
        complete(id, "L04", null, "同意，抓紧办理。");
        complete(id, "L03", "assign", "已阅");

        body(read("S008", "/documents/incoming/" + id + "/sheet", "zh-CN"))
                .contains("拟请秘书四处研提意见，").contains("报润田同志批示。&lt;b&gt;").contains("同意，抓紧办理。").contains("已阅").contains("霍润田");
    }

    @Test
    void theRegisterPagesByKeyAndIsExportedWithoutWorkSecrets() {
        String title = "批量" + UUID.randomUUID();
        for (int n = 0; n < 53; n++) {
            received(paper(null, title, DocType.LETTER, Kind.FOR_ACTION, UrgencyMark.NONE, Medium.PAPER));
        }
        MvcTestResult first = read("S008", "/documents/incoming?title=" + title, "zh-CN");
        String html = new String(first.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        String next = html.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*|.*href=\"([^\"]+)\" rel=\"next\".*", "$1$2").replace("&amp;", "&");
        assertThat(next).contains("after=").contains("title=");
        MvcTestResult second = pages.perform(get(java.net.URI.create(next)).with(as("S008")));
        assertThat(new String(second.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).split("data-label").length - 1).isEqualTo(3 * 5);

        MvcTestResult book = read("S008", "/documents/incoming.xlsx?title=" + title, "zh-CN");
        assertThat(book).hasStatusOk();
        assertThat(book.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void theWholeRegisterIsExportedHoweverLongItIs() throws Exception {
        String title = "长册" + UUID.randomUUID();
        long first = received(paper(null, title, DocType.LETTER, Kind.FOR_ACTION, UrgencyMark.NONE, Medium.PAPER));
        byte[] book = new TransactionTemplate(transactions).execute(passing -> {
            passing.setRollbackOnly();
            jdbc.sql("""
                    insert into incoming_document
                    select (jsonb_populate_record(d, jsonb_build_object('id', 900000000 + n, 'request_id', d.request_id || n))).*
                      from incoming_document d, generate_series(1, 6200) n where d.id = :id""").param("id", first).update();
            jdbc.sql("""
                    insert into handling
                    select (jsonb_populate_record(h, jsonb_build_object('id', 900000000 + n, 'subject_id', 900000000 + n))).*
                      from handling h, generate_series(1, 6200) n where h.subject_kind = 'incoming' and h.subject_id = :id""").param("id", first).update();
            return read("S008", "/documents/incoming.xlsx?title=" + title, "zh-CN").getResponse().getContentAsByteArray();
        });

        assertThat(rows(book)).as("a head, the papers, and what is left out").isEqualTo(1 + 6201 + 1);
    }

    private static int rows(byte[] book) throws IOException {
        Path kept = Files.createTempFile("register", ".xlsx");
        Files.write(kept, book);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            return sheet.split("<row ").length - 1;
        } finally {
            Files.delete(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{number}", "{brackets}", "{id}"})
    void anEarlierRoundIsTypedByItsNumber(String how) {
        long first = registered(letter());
        String number = Objects.requireNonNull(number(first));
        String typed = how.replace("{number}", number).replace("{brackets}", " " + number.replace('〔', '[').replace('〕', '］') + "号").replace("{id}", "" + first);
        MvcTestResult sent = send("S008", replaced(number(), "previousId", typed).param("act", "next").param("keep", "true"));

        assertThat(sent).as("303, so that nobody sends it twice").hasStatus(HttpStatus.SEE_OTHER);
        String next = Objects.requireNonNull(sent.getResponse().getRedirectedUrl());
        long id = Long.parseLong(next.substring(next.indexOf('=') + 1));
        assertThat(inTransaction(() -> papers.one(id).particulars.previousId())).isEqualTo(first);
        body(read("S008", "/documents/incoming/" + id, "zh-CN")).contains("/documents/incoming/" + first).contains(number);
    }

    @Test
    void aProgramNamesAnEarlierRoundByItsNumberToo() {
        long first = registered(letter());
        String json = """
                {"previousNumber": "%s", "register": false, "particulars": {"senderName": "省财政厅", "title": "关于试办事项的函"}}""".formatted(number(first));
        MvcTestResult made = send("S008", post("/api/incoming").header("Idempotency-Key", request()).contentType("application/json").content(json));

        assertThat(made).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.particulars.previousId").isEqualTo((int) first);
        MvcTestResult unknown = send("S008", post("/api/incoming").header("Idempotency-Key", request()).contentType("application/json")
                .content(json.replace(Objects.requireNonNull(number(first)), "收〔1999〕1")));
        assertThat(unknown).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.objections[0].field").isEqualTo("previousId");
    }

    @Test
    void theApiReceivesOnceReadsListsAndRefusesInProblemDetails() {
        String json = """
                {"particulars": {"senderName": "省财政厅", "docNumber": "%s", "title": "关于试办事项的函", "docType": "LETTER", "direction": "LATERAL",
                 "copies": 1, "pages": 2, "kind": "FOR_ACTION"}}""".formatted(number());
        String key = UUID.randomUUID().toString();
        MvcTestResult made = send("S008", post("/api/incoming").header("Idempotency-Key", key).contentType("application/json").content(json));
        assertThat(made).hasStatus(HttpStatus.CREATED);
        assertThat(made).bodyJson().extractingPath("$.number").asString().startsWith("收〔2026〕");
        MvcTestResult again = send("S008", post("/api/incoming").header("Idempotency-Key", key).contentType("application/json").content(json));
        assertThat(again.getResponse().getHeader("Location")).isEqualTo(made.getResponse().getHeader("Location"));
        assertThat(pages.perform(get(made.getResponse().getHeader("Location")).with(as("S008")))).hasStatusOk();
        assertThat(pages.perform(get("/api/incoming?limit=1").with(as("S008")))).bodyJson().extractingPath("$.next").isNotNull();

        MvcTestResult bare = send("S008", post("/api/incoming").header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json")
                .content("{\"particulars\": {\"title\": \"某件\"}}"));
        assertThat(bare).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(bare).bodyJson().extractingPath("$.objections[*].field").asArray().contains("sender", "docType", "copies", "pages");
    }

    private long handling() {
        long id = registered(letter());
        passReview(id);
        complete(id, "S007", "assign", "送秘书四处办理");
        complete(id, "S008", "handle", null, Act.Pick.lead(office.unit("MSI")));
        return id;
    }

    private static String number() {
        return DocNumbers.of("岭财函");
    }

    private MockHttpServletRequestBuilder entry(String number) {
        return replaced(number, "title", "关于试办事项的函");
    }

    private MockHttpServletRequestBuilder replaced(String number, String field, String value) {
        return fill(post("/documents/incoming/new"), number, field, value);
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B fill(B request, String number, String field, String value) {
        List<String[]> fields = List.of(
                new String[] {"receivedAt", "2026-06-15T08:55"}, new String[] {"channel", "E_EXCHANGE"}, new String[] {"copiesCounted", "true"},
                new String[] {"pagesChecked", "true"}, new String[] {"sealIntact", "true"}, new String[] {"sender", "省财政厅"},
                new String[] {"docNumber", number}, new String[] {"title", "关于试办事项的函"}, new String[] {"docType", "LETTER"},
                new String[] {"direction", "LATERAL"}, new String[] {"issuedOn", "2026-06-12"}, new String[] {"urgency", "NONE"},
                new String[] {"secrecy", "NONE"}, new String[] {"copies", "2"}, new String[] {"pages", "3"}, new String[] {"kind", "FOR_ACTION"},
                new String[] {"medium", "PAPER"}, new String[] {"previousId", ""});
        for (String[] one : fields) {
            request.param(one[0], one[0].equals(field) ? value : one[1]);
        }
        return request;
    }

    private long count() {
        return inTransaction(() -> jdbc.sql("select count(*) from incoming_document").query(Long.class).single());
    }

    private MvcTestResult read(String who, String path, String language) {
        int query = path.indexOf('?');
        MockHttpServletRequestBuilder request = query < 0 ? get(path) : get(path.substring(0, query));
        if (query > 0) {
            for (String pair : path.substring(query + 1).split("&")) {
                request.param(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        return pages.perform(request.with(as(who)).cookie(new Cookie("SANBAN_LANG", language)));
    }

    private MvcTestResult send(String who, MockHttpServletRequestBuilder request) {
        return pages.perform(request.with(as(who)).with(csrf()).cookie(new Cookie("SANBAN_LANG", "zh-CN")));
    }

    private RequestPostProcessor as(String code) {
        return Door.as(application, code);
    }

    private static AbstractStringAssert<?> body(MvcTestResult page) {
        return assertThat(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
