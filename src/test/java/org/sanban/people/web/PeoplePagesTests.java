package org.sanban.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.people.CalendarFile;
import org.sanban.testing.Door;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

class PeoplePagesTests extends OfficeTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    MessageSource messages;

    MockMvcTester pages;

    @BeforeEach
    void open() {
        pages = Door.of(application);
    }

    @ParameterizedTest
    @CsvSource({
        "S008, /directory", "S008, /directory?q=公文", "S008, /me/absence", "S008, /me/delegation",
        "S008, /me/delegation?starts=2026-07-01&ends=2026-07-03", "A01, /admin/units", "A01, /admin/units/new", "A01, /admin/units/{unit}",
        "A01, /admin/persons", "A02, /admin/persons", "A01, /admin/persons/new", "A01, /admin/persons/{person}",
        "A02, /admin/persons/{person}", "A02, /admin/roles", "A03, /admin/roles", "A01, /admin/calendar/2026",
        "A01, /admin/calendar/2027", "A01, /admin/calendar/2040"
    })
    void everyPageHasAllItsWordsInBothLanguages(String who, String path) {
        for (String language : new String[] {"zh-CN", "en"}) {
            MvcTestResult page = read(who, path, language);
            assertThat(page).as(path).hasStatusOk();
            body(page).as(language + " " + path).doesNotContain("[people.").doesNotContain("{0}").contains("</html>");
        }
    }

    @Test
    void anyoneMayReadThePublicDirectoryButSeesNoPersons() {
        MvcTestResult page = pages.perform(get("/public/directory"));
        assertThat(page).hasStatusOk();
        body(page).contains("收文签收").contains("000-0000-6201").doesNotContain("鲍清源");
    }

    @Test
    void whoHandlesSomethingIsAskedInOnesOwnWordsAndTheAnswerMayBeKeptForAWhile() {
        MvcTestResult page = pages.perform(get("/public/directory").param("q", "口岸的事找谁？"));
        body(page).contains("秘书三处").doesNotContain("保卫处");
        assertThat(page.getResponse().getHeader("Cache-Control")).contains("public").contains("max-age");
        body(pages.perform(get("/public/directory").param("q", "量子纠缠"))).contains("没有找到").doesNotContain("000-0000-6201");
    }

    @ParameterizedTest
    @CsvSource({"S008, /admin/units", "S008, /admin/persons", "A02, /admin/units", "A03, /admin/persons", "A02, /admin/calendar/2026"})
    void whoLacksTheRightIsShutOut(String who, String path) {
        assertThat(read(who, path, "zh-CN")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void theDirectoryFindsADutyAndNamesWhoIsResponsible() {
        body(read("S018", "/directory?q=档案室 移交", "zh-CN")).contains("办文处").contains("鲍清源").doesNotContain("保卫处");
    }

    @Test
    void anAbsenceThatEndsBeforeItStartsComesBackWithWhatWasTyped() {
        MvcTestResult page = send("S026", post("/me/absence").param("starts", "2026-07-05").param("ends", "2026-07-01")
                .param("kind", "TRAVEL").param("note", "去云州"));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("结束日期早于开始日期").contains("2026-07-05").contains("去云州");
    }

    @Test
    void aDateThatIsNoneIsNamedBesideItsField() {
        MvcTestResult page = send("S026", post("/me/absence").param("starts", "明天").param("ends", "2026-07-01")
                .param("kind", "TRAVEL").param("note", ""));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("e-starts").contains("明天");
    }

    @Test
    void anAbsenceIsRecordedAndListed() {
        assertThat(send("S027", post("/me/absence").param("starts", "2026-07-05").param("ends", "2026-07-06").param("kind", "LEAVE")
                .param("note", "走访老同志"))).hasRedirectedUrl("/me/absence");
        body(read("S027", "/me/absence", "zh-CN")).contains("走访老同志");
    }

    @Test
    void aPersonWithATakenCodeIsRefusedBesideTheField() {
        MvcTestResult page = send("A01", post("/admin/persons").param("code", "s008").param("name", "新来的").param("ordering", "900").param("_contract", "on")
                .param("version", "0"));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("代码“s008”已经用过").contains("新来的");
    }

    @Test
    void aUnitThatSomebodyElseEditedIsNotOverwritten() {
        MockHttpServletRequestBuilder stale = post("/admin/units/" + office.unit("BHC")).param("code", "BHC").param("name", "保卫处改")
                .param("field", "").param("parent", String.valueOf(office.unit("YLB"))).param("ordering", "180").param("duties", "")
                .param("phone", "").param("deputyPhone", "").param("room", "").param("email", "").param("_open", "on").param("version", "77");
        MvcTestResult page = send("A01", stale);
        assertThat(page).hasStatus(HttpStatus.CONFLICT);
        body(page).contains("保卫处改").contains("别人已经改过");
    }

    @Test
    void aRoleThatDoesNotGoWithTheOthersIsRefusedOnThePage() {
        MvcTestResult page = send("A02", post("/admin/persons/" + office.person("S018") + "/roles").param("role", "AUDIT_ADMIN"));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("不能兼任业务角色");
    }

    @Test
    void aYearIsShownBeforeItIsRecorded() {
        String text = "year: 2033\nholidays:\n  - {name: 元旦, from: \"2033-01-01\", to: \"2033-01-03\"}\n";
        MvcTestResult preview = send("A01", post("/admin/calendar/import").param("text", text).param("source", "通知"));
        assertThat(preview).hasStatusOk();
        body(preview).contains("尚未录入").contains("confirmed");
        body(read("A01", "/admin/calendar/2033", "zh-CN")).contains("还没有录入");
        assertThat(send("A01", post("/admin/calendar/import").param("text", text).param("source", "通知").param("confirmed", "true")))
                .hasRedirectedUrl("/admin/calendar/2033");
        body(read("A01", "/admin/calendar/2033", "zh-CN")).doesNotContain("还没有录入").contains("元旦");
    }

    @Test
    void aMistakeComesBackOnThePageOfTheYearItWasMadeOn() {
        MvcTestResult page = send("A01", post("/admin/calendar/import").param("text", "year: 2038").param("source", "").param("shown", "2038"));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("2038 年的工作日历还没有录入");
    }

    @Test
    void aYearWithoutANoticeIsTakenWithItsWeekendsOnceAndOnceOnly() {
        int now = LocalDate.now(clock).getYear();
        body(read("A01", "/admin/calendar/" + now, "zh-CN")).contains("/admin/calendar/" + (now + 1));
        assertThat(send("A01", post("/admin/calendar/2036/weekends"))).hasRedirectedUrl("/admin/calendar/2036");
        body(read("A01", "/admin/calendar/2036", "zh-CN")).contains("暂按周末休息计算");
        assertThat(send("A01", post("/admin/calendar/2036/weekends"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** What the page and the guide show as an example must be what the office can send. */
    @Test
    void theExampleOfACalendarIsOne() {
        String example = messages.getMessage("people.calendar.example-text", null, Locale.SIMPLIFIED_CHINESE);
        assertThat(CalendarFile.read(example, "")).satisfies(year -> {
            assertThat(year.holidays()).hasSize(2);
            assertThat(year.workingWeekends()).hasSize(3);
            assertThat(year.hours()).hasSize(2);
        });
    }

    @Test
    void aCalendarWithMistakesComesBackWithTheLines() {
        MvcTestResult page = send("A01", post("/admin/calendar/import").param("text", "year: 2033\nholidays:\n  - {name: 元旦, from: 元月}")
                .param("source", ""));
        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        body(page).contains("第 3 行").contains("元月");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/people/directory?q=值班, 总值班室", "/api/people/units, 办文处", "/api/people/persons, 戚小满",
        "/api/people/organizations?q=水利, 云岭省水利厅", "/api/people/organizations?q=岭发改, 云岭省发展和改革委员会",
        "/api/people/calendar/2026, 国庆节", "/api/people/me/absences, []", "/api/people/me/delegations, []",
        "/api/people/calendar/limit?from=2026-09-30T09:29:00Z&minutes=840, 2026-10-09T09:29:00Z"
    })
    void programsReadTheSame(String path, String expected) {
        MvcTestResult answer = read("S023", path, "zh-CN");
        assertThat(answer).as(path).hasStatusOk();
        body(answer).contains(expected);
    }

    private MvcTestResult read(String who, String path, String language) {
        String filled = path.replace("{unit}", String.valueOf(office.unit("BWC"))).replace("{person}", String.valueOf(office.person("S017")));
        int query = filled.indexOf('?');
        MockHttpServletRequestBuilder request = query < 0 ? get(filled) : get(filled.substring(0, query));
        if (query > 0) {
            for (String pair : filled.substring(query + 1).split("&")) {
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
