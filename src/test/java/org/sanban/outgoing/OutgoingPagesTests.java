package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Door;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** A letter goes its way through the forms of its page. */
class OutgoingPagesTests extends OutgoingTest {

    @Autowired
    WebApplicationContext application;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = Door.of(application);
    }

    @Test
    void aLetterGoesThroughTheFormsOfItsPageAndEveryPageHasItsWordsInBothLanguages() {
        long id = begun();
        complete(id, "S021", "countersign", new Act.Pick(null, office.unit("HYC"), Act.Part.HOLDER));
        done(id, "S012", "verdicts", "verdict", "AGREE_WITH_CHANGES");
        reads(id, "S012");
        complete(id, "S012", null);
        reads(id, "S007");
        done(id, "S007", "countersigns", "outsideOrganization", "" + body("ORG-FGW"), "signer", "邵青", "on", "2026-06-15", "outsideVerdict", "AGREE", "words", "无不同意见");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        reads(id, "S001");
        done(id, "S001", "signatures", "sha256", paper(id, "S001").sha256(), "how", "WRITTEN", "opinion", "同意印发");
        reads(id, "S009");
        complete(id, "S009", "number");
        done(id, "S009", "series", "series", "岭政办函");
        complete(id, "S009", "typeset");
        handsOutItsOfficialForm(id);
        done(id, "S009", "proofs", "part", "FIRST_READER", "clean", "true");
        reads(id, "S009");
        complete(id, "S009", "proofread", Act.Pick.person(office.person("S008")), Act.Pick.person(office.person("S009")));
        for (String reader : List.of("S008", "S009")) {
            done(id, reader, "proofs", "part", "READER", "clean", "true");
        }
        complete(id, "S008", null);
        complete(id, "S009", "seal");
        reads(id, "S009");
        done(id, "S009", "seals", "seal", "云岭省人民政府办公厅", "sealCopies", "10", "sealApprover", "" + office.person("S006"));
        complete(id, "S009", "dispatch");
        reads(id, "S009");
        done(id, "S009", "lines/proposed", "fillCopies", "2", "fillCopies", "3", "fillCopies", "5");
        done(id, "S009", "dispatch");
        complete(id, "S009", "close");
        reads(id, "S021");
        done(id, "S021", "lines/" + dispatching.of(id, office.actor("S021")).getFirst().id() + "/acknowledgement", "who", "邵青");
        done(id, "S021", "waivers", "waiverReason", "电话确认均已收到");
        complete(id, "S021", "closed");

        assertThat(dispatching.of(id, office.actor("S021"))).extracting(DispatchLine::copies).containsExactly(2, 3, 5);
        body(read("S021", "/documents/outgoing/" + id, "zh-CN")).contains("岭政办函〔2026〕").contains("电话确认均已收到").contains("同意印发").contains("邵青");
        body(read("S021", "/documents/outgoing/" + id + "/sheet", "zh-CN")).contains("同意印发").contains("无不同意见").contains("邵青").contains("10 份");
    }

    @Test
    void promise7_whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost() {
        long id = reviewing();
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        MvcTestResult bare = send("S001", id, "signatures", "sha256", paper(id, "S001").sha256(), "how", "WRITTEN", "opinion", "");
        assertThat(bare).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(bare).contains("#f-opinion").contains("id=\"f-opinion\"");

        MvcTestResult other = send("S001", id, "signatures", "sha256", "0".repeat(64), "how", "WRITTEN", "opinion", "同意，请抓紧");
        assertThat(other).hasStatus(HttpStatus.CONFLICT);
        body(other).contains("同意，请抓紧");
        assertThat(approvals.of(id, office.actor("S001"))).noneMatch(Approval::signs);
    }

    @Test
    void aReviewSheetSentEmptyOrWithoutItsWordsIsShownAgain() {
        long id = reviewing();
        assertThat(send("S021", id, "review-sheet")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        MvcTestResult page = send("S007", id, "review-sheet", "focusProblem[FORM]", "true", "focusNote[FORM]", "", "focusProblem[RULES]", "false", "focusNote[RULES]", "标点已核");

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("id=\"e-focusNote[FORM]\"").contains("标点已核");
        done(id, "S007", "review-sheet", "focusProblem[FORM]", "true", "focusNote[FORM]", "引文有误");
        body(read("S021", "/documents/outgoing/" + id, "zh-CN")).contains("引文有误");
    }

    @Test
    void theFieldsThatTheEngineObjectsToStandOnThePage() {
        long id = begun();
        String html = text(read("S021", "/documents/outgoing/" + id, "zh-CN"));

        for (String field : List.of("title", "body", "docType", "direction", "issuer", "openness", "mainRecipients", "ccRecipients", "firstCheck[secrecy]", "countersigns")) {
            assertThat(html).contains("id=\"f-" + field + "\"");
        }
        assertThat(html.split("id=\"f-mainRecipients\"", -1)).hasSize(2);
    }

    @Test
    void copiesThatCannotBeAreObjectedToInTheFormOfTheSeal() {
        long id = signed();
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        MvcTestResult page = send("S009", id, "seals", "seal", "办公厅", "sealCopies", "0", "sealApprover", "" + office.person("S006"));

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("#f-sealCopies");
    }

    @Test
    void aNumberIsVoidedWithReasonAndApproverAndStaysOnThePage() {
        long id = signed();
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        String number = Objects.requireNonNull(paper(id, "S009").number());
        done(id, "S009", "number-voidings", "voidReason", "主送机关遗漏", "voidApprover", "" + office.person("S006"));

        body(read("S009", "/documents/outgoing/" + id, "zh-CN")).contains(number).contains("主送机关遗漏");
        assertThat(paper(id, "S009").number()).isNull();
    }

    @Test
    void theRegisterIsFilteredByItsAddressPagedByKeyAndExported() {
        String mark = "批量" + UUID.randomUUID();
        for (int n = 0; n < 52; n++) {
            begun(letter("云岭省人民政府办公厅关于" + mark + "的函", BODY));
        }
        String first = text(read("S007", "/documents/outgoing?words=" + mark, "zh-CN"));
        assertThat(first.split("data-label", -1)).hasSize(50 * 5 + 1);
        String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        String second = text(pages.perform(get(java.net.URI.create(next)).with(as("S007"))));
        assertThat(second.split("data-label", -1)).hasSize(2 * 5 + 1);
        assertThat(text(read("S007", "/documents/outgoing?words=" + mark + "&type=NOTICE", "zh-CN"))).doesNotContain("data-label");
        MvcTestResult book = read("S007", "/documents/outgoing.xlsx?words=" + mark, "zh-CN");
        assertThat(book.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void whoMayNotSeeAPaperDoesNotLearnThatItIsThere() {
        long id = begun();
        for (String page : List.of("", "/sheet", "/print")) {
            assertThat(read("S026", "/documents/outgoing/" + id + page, "zh-CN")).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(send("S026", id, "recall", "recallReason", "试")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private void reads(long id, String who) {
        for (String page : List.of("/documents/outgoing/" + id, "/documents/outgoing/" + id + "/sheet", "/documents/outgoing/" + id + "/print", "/documents/outgoing")) {
            for (String language : List.of("zh-CN", "en")) {
                MvcTestResult read = read(who, page, language);
                assertThat(read).as(page).hasStatusOk();
                body(read).as(language + " " + page + " at " + step(id)).doesNotContain("[outgoing.").doesNotContain("[documents.").doesNotContain("{0}").contains("</html>");
            }
        }
    }

    private void handsOutItsOfficialForm(long id) {
        String form = "/documents/outgoing/" + id + "/form";
        for (String language : List.of("zh-CN", "en")) {
            body(read("S009", form, language)).contains(form + "/pages/1").doesNotContain("[outgoing.").doesNotContain("[layout.");
        }
        body(read("S009", form + "/pages/1", "en")).startsWith("<svg");
        assertThat(read("S009", form + "/pages/99", "en")).hasStatus(HttpStatus.NOT_FOUND);
        body(read("S009", form + "/pdf", "en")).startsWith("%PDF");
        body(read("S009", form + "/ofd", "en")).startsWith("PK");
        body(read("S009", form + "/docx", "en")).startsWith("PK");
        assertThat(send("S009", id, "form/proofs")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send("S009", id, "form/proofs", "as", "PAPYRUS")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send("S009", id, "form/proofs", "as", "PDF")).hasStatus(HttpStatus.SEE_OTHER);
        body(read("S009", "/collations/outgoing/" + id + "/print", "en")).contains("/files/").contains("Same as the text");
    }

    private void done(long id, String who, String act, String... fields) {
        MvcTestResult sent = send(who, id, act, fields);
        assertThat(sent).as(act + ": " + text(sent).replaceAll("(?s).*data-objections(.{0,400}).*", "$1")).hasStatus(HttpStatus.SEE_OTHER);
    }

    private MvcTestResult send(String who, long id, String act, String... fields) {
        MockHttpServletRequestBuilder request = post("/documents/outgoing/" + id + "/" + act).param("requestId", request());
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return pages.perform(request.with(as(who)).with(csrf()).cookie(new Cookie("SANBAN_LANG", "zh-CN")));
    }

    private MvcTestResult read(String who, String path, String language) {
        int query = path.indexOf('?');
        MockHttpServletRequestBuilder request = get(query < 0 ? path : path.substring(0, query));
        for (String pair : query < 0 ? new String[0] : path.substring(query + 1).split("&")) {
            request.param(pair.split("=")[0], pair.split("=")[1]);
        }
        return pages.perform(request.with(as(who)).cookie(new Cookie("SANBAN_LANG", language)));
    }

    private RequestPostProcessor as(String code) {
        return Door.as(application, code);
    }

    private static String text(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static AbstractStringAssert<?> body(MvcTestResult page) {
        return assertThat(text(page));
    }
}
