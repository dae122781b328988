package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs and persons are told when something does not go. */
class AnswersTests extends DoorTest {

    private String token = "";

    @BeforeEach
    void aToken() {
        token = tokens.create(office.actor("S018"), "test", true, 30, office.now());
    }

    private HttpResponse<String> get(String path) {
        return api("GET", path, token, "");
    }

    private HttpResponse<String> post(String body) {
        return api("POST", "/api/probe", token, body);
    }

    private static void isProblem(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(List.of(words)).allSatisfy(word -> assertThat(answer.body()).contains(word));
        assertThat(answer.body()).contains("\"code\"").doesNotContain("Exception").doesNotContain("secret inside");
    }

    @Test
    void aRefusalNamesItsFieldAndItsCode() {
        isProblem(get("/api/probe/refused"), 422, "\"field\":\"days\"", "security.refusal.token-days", "1 到 7");
        isProblem(post("{\"title\":\" \",\"copies\":10,\"colour\":\"RED\"}"), 422, "\"field\":\"title\"", "\"field\":\"copies\"");
    }

    @Test
    void eachKindOfFailureHasItsStatus() {
        isProblem(get("/api/probe/missing"), 404);
        isProblem(get("/api/nowhere"), 404);
        isProblem(get("/api/probe/stale"), 409);
        isProblem(get("/api/probe/broken"), 500, "\"trace\"");
        isProblem(api("DELETE", "/api/probe", token, ""), 405);
        isProblem(get("/api/forbidden"), 403);
        isProblem(get("/api/undeclared"), 403);
        isProblem(api("GET", "/api/probe/missing", "", ""), 401);
        isProblem(api("GET", "/api/probe/missing", "sbn_unknown", ""), 401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "not json", "{\"title\":", "[]", "{\"title\":\"a\",\"copies\":99999999999999999999,\"colour\":\"RED\"}",
        "{\"title\":\"a\",\"copies\":1,\"colour\":\"PURPLE\"}", "{\"title\":\"a\",\"copies\":\"many\",\"colour\":\"RED\"}"
    })
    void jsonThatCannotBeReadIsABadRequest(String body) {
        isProblem(post(body), 400);
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\u0007", "\\ud800", "\\udc00x", "\\ufffd"})
    void charactersThatNoPaperHasAreRefusedAtTheirField(String character) {
        isProblem(post("{\"title\":\"a" + character + "\",\"copies\":1,\"colour\":\"RED\"}"), 422, "\"field\":\"title\"", "pages.refusal.characters");
    }

    @Test
    void textsLoseTheWhiteSpaceAroundThemAndKeepWhatIsRare() {
        assertThat(post("{\"title\":\"\\u3000 𠮷野\\n家 \",\"copies\":1,\"colour\":\"RED\"}").body()).contains("\"𠮷野\\n家\"");
    }

    @ParameterizedTest
    @CsvSource({"/typed/abc?colour=RED", "/typed/99999999999999999999?colour=RED", "/typed/1?colour=PINK", "/typed/1"})
    void addressesThatCannotBeReadAreBadRequests(String path) {
        isProblem(get("/api/probe" + path), 400);
    }

    @ParameterizedTest
    @CsvSource({"%00", "%07", "%ED%A0%80", "%FF%FE"})
    void addressesWithUnfitTextAreRefusedInWords(String text) {
        assertThat(get("/api/probe/typed/1?colour=RED&text=" + text).statusCode()).isBetween(400, 422);
    }

    @Test
    void aTokenThatMayOnlyReadDoesNotWrite() {
        String reader = tokens.create(office.actor("S018"), "reader", false, 30, office.now());
        isProblem(api("POST", "/api/probe", reader, "{\"title\":\"a\",\"copies\":1,\"colour\":\"RED\"}"), 403);
        assertThat(api("GET", "/api/probe/typed/1?colour=RED", reader, "").statusCode()).isEqualTo(200);
    }

    @Test
    void anExpiredAndARevokedTokenOpenNothing() {
        clock.forward(Duration.ofDays(30));
        isProblem(get("/api/probe/missing"), 401);
        clock.reset();
        isProblem(get("/api/probe/missing"), 404);
        tokens.revoke(office.actor("S018"), tokens.of(office.person("S018"), office.now()).getFirst().id(), office.now());
        isProblem(get("/api/probe/missing"), 401);
    }

    @Test
    void personsAreToldTheSameOnAPage() {
        Browser browser = new Browser();
        browser.logIn("s018", DEMO);
        isPage(browser.get("/probe/missing"), 404);
        isPage(browser.get("/no/such/page"), 404);
        isPage(browser.get("/probe/stale"), 409);
        isPage(browser.get("/probe/refused"), 422);
        isPage(browser.get("/probe/broken"), 500);
        isPage(browser.get("/undeclared"), 403);
        isPage(browser.get("/forbidden"), 403);
        isPage(browser.get("/probe/typed/abc?colour=RED"), 400);
        isPage(browser.get("/probe/typed/1?colour=RED&text=%07"), 422);
        isPage(browser.get("/admin/audit"), 403);
        isPage(browser.postRaw("/me/tokens", "name=%ff"), 400);
    }

    @Test
    void aSealThatIsNoneComesBackBesideItsFieldWithWhatWasTyped() {
        Browser browser = new Browser();
        browser.logIn("a03", DEMO);
        HttpResponse<String> answer = browser.post("/admin/audit/verification", Map.of("anchor", "12:abc"));
        isPage(answer, 422);
        assertThat(answer.body()).contains("value=\"12:abc\"").contains("e-anchor").contains("account.entered");
    }

    private static void isPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("三办").doesNotContain("Exception").doesNotContain("Whitelabel").doesNotContain("secret inside");
    }

    @Test
    void theLanguageSwitchComesBackToThisHouseOnly() {
        Browser browser = new Browser();
        assertThat(location(browser, "/me?x=1")).endsWith("/me?x=1");
        assertThat(browser.get("/login").body()).contains("Log in");
        assertThat(location(browser, "//evil.example/")).doesNotContain("evil");
        assertThat(location(browser, "https://evil.example/")).doesNotContain("evil");
        assertThat(location(browser, "/\\evil.example/")).doesNotContain("evil");
    }

    private static String location(Browser browser, String back) {
        return browser.post("/language", Map.of("language", "en", "back", back)).headers().firstValue("Location").orElse("");
    }

    @Test
    void theDescriptionOfTheApiIsReadWithATokenAndNotWithoutSigningIn() {
        assertThat(get("/v3/api-docs")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("/api/incoming/{id}");
        });
        assertThat(new Browser().get("/v3/api-docs").statusCode()).as("nobody signed in").isEqualTo(302);
    }
}
