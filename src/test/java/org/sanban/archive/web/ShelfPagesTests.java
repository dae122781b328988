package org.sanban.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.archive.ItemView;
import org.sanban.archive.Items;
import org.sanban.archive.Shelved;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Texts;
import org.sanban.testing.Door;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.spi.SheetLines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/** Pages of archive, search and reports: whole in both languages, shut to whom they are shut, kept when refused. */
class ShelfPagesTests extends OfficeTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Shelved.Hand hand;

    @Autowired
    Items items;

    @Autowired
    List<SheetLines> boxes;

    @Autowired
    MessageSource messages;

    private MockMvcTester pages;
    private SubjectRef matter;

    @BeforeEach
    void aMatterIsHandedOver() {
        pages = Door.of(application);
        matter = hand.start("S008");
        hand.complete(matter, "S008", "done");
        hand.complete(matter, "S008", "transferred");
    }

    private ItemView item() {
        return items.of(matter, office.actor("S010")).orElseThrow();
    }

    private RequestPostProcessor as(String code) {
        return Door.as(application, code);
    }

    private MvcTestResult send(String who, MockHttpServletRequestBuilder request) {
        return pages.perform(request.with(as(who)).with(csrf()));
    }

    private static String body(MvcTestResult page) {
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "S010, /archive", "S010, /archive?period=month", "S010, /archive/items", "S010, /archive/items?figure=UNFINISHED&q=防汛",
        "S010, /archive/directory", "S010, /archive/items/{item}", "S010, /archive/panel?subject={matter}", "S008, /search",
        "S008, /search?q=防汛", "S008, /palette?q=鲍", "S008, /palette?q=", "S015, /supervision", "S015, /supervision?figure=OPEN&period=year",
        "S015, /supervision/list?figure=OPEN", "S015, /supervision/list?figure=OPEN&kind=shelved&step=arrange&unit=0", "S018, /me/figures",
        "S018, /me/figures/list?figure=DONE"
    })
    void everyPageHasAllItsWordsInBothLanguages(String who, String path) {
        String address = path.replace("{item}", String.valueOf(item().id())).replace("{matter}", matter.toString());
        for (String language : List.of("zh-CN", "en")) {
            MvcTestResult page = pages.perform(get(address).cookie(new Cookie("SANBAN_LANG", language)).with(as(who)));
            assertThat(page).as(path).hasStatusOk();
            assertThat(body(page)).as(path).doesNotContain("[archive.").doesNotContain("[search.").doesNotContain("[reports.").doesNotContain("style=\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"S018, /archive", "S018, /supervision", "S018, /archive/items/{item}", "S015, /archive", "A01, /supervision", "S018, /api/supervision"})
    void whoLacksTheRightIsShutOut(String who, String path) {
        String address = path.replace("{item}", String.valueOf(item().id()));
        assertThat(pages.perform(get(address).with(as(who)))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"S010, /api/archive/items", "S008, /api/search?q=防汛", "S015, /api/supervision", "S015, /api/supervision/tasks?figure=OPEN"})
    void programsReadTheSame(String who, String path) {
        MvcTestResult answer = pages.perform(get(path).with(as(who)));
        assertThat(answer).hasStatusOk();
        assertThat(body(answer)).startsWith("{");
    }

    @ParameterizedTest
    @CsvSource({"S010, /archive/directory.xlsx", "S015, /supervision/list.xlsx?figure=OPEN"})
    void aListGoesIntoAWorkbook(String who, String path) {
        MvcTestResult answer = pages.perform(get(path).with(as(who)));
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void aRefusedArrangementComesBackWithWhatWasTyped() {
        MvcTestResult page = send("S010", post("/archive/items/" + item().id() + "/arrangement").param("retention", "D30").param("year", "2026")
                .param("organ", "太长了").param("pages", "0").param("responsible", "澄川市人民政府").param("dated", "2026-04-10")
                .param("version", String.valueOf(item().version())));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(page)).contains("太长了");
        assertThat(item().code()).isNull();
    }

    @Test
    void anItemIsArrangedOnItsPage() {
        MvcTestResult page = send("S010", post("/archive/items/" + item().id() + "/arrangement").param("retention", "D30").param("year", "2026")
                .param("organ", "BWC").param("pages", "4").param("responsible", "澄川市人民政府").param("dated", "2026-04-10")
                .param("version", String.valueOf(item().version())));
        assertThat(page).hasStatus3xxRedirection();
        assertThat(item().code()).startsWith("Y001-WS·2026-D30-BWC-");
        assertThat(item().tested()).isTrue();
        assertThat(boxes).filteredOn(box -> box.box().equals("archive")).flatExtracting(box -> box.lines(matter, new Texts(messages, Locale.ENGLISH)))
                .as("what the archive writes on the handling sheet").contains("Archive number " + item().code()).hasSizeGreaterThan(1);
        assertThat(body(pages.perform(get("/archive/items/" + item().id()).with(as("S010"))))).contains(item().code());
    }

    /** Whoever sees the paper reads where it lies; only those of the archive are led further. */
    @Test
    void numberAndPlaceAreShownToWhoeverSeesThePaper() {
        String panel = "/archive/panel?subject=" + item().subject();
        assertThat(body(pages.perform(get(panel).with(as("S008"))))).contains("<dl>").doesNotContain("/archive/items/");
        assertThat(body(pages.perform(get(panel).with(as("S010"))))).contains("/archive/items/" + item().id());
    }

    @Test
    void anotherLettersSearchIsEscaped() {
        assertThat(body(pages.perform(get("/search").param("q", "<script>alert(1)</script>").with(as("S008"))))).doesNotContain("<script>alert");
    }
}
