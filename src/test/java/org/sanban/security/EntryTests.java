package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EntryTests extends DoorTest {

    @Autowired
    LogIns logIns;

    @Test
    void whoeverKnowsThePasswordComesInUnderANewSession() {
        Browser browser = new Browser();
        browser.get("/login");
        String before = browser.session();
        assertThat(browser.logIn("S008", DEMO).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/"));
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void afterLoggingOutTheSessionIsOver() {
        Browser browser = new Browser();
        browser.logIn("s009", DEMO);
        browser.post("/logout", Map.of());
        assertThat(browser.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void anUnknownNameAWrongPasswordAndALockedAccountLookTheSame() {
        String unknown = refusal("nobody", "x");
        String wrong = refusal("s028", "x");
        for (int i = 0; i < 5; i++) {
            refusal("s028", "x");
        }
        assertThat(wrong).isEqualTo(unknown).isEqualTo(refusal("s028", DEMO));
    }

    /** The page without what differs by right: the typed name and the token. */
    private String refusal(String login, String password) {
        HttpResponse<String> answer = new Browser().logIn(login, password);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body().replace(login, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForAQuarterOfAnHour() {
        for (int i = 0; i < 4; i++) {
            assertThat(logIns.enter("s011", "wrong", "", office.now())).isEmpty();
        }
        assertThat(logIns.enter("s011", DEMO, "", office.now())).as("four are forgiven").isPresent();
        for (int i = 0; i < 5; i++) {
            logIns.enter("s011", "wrong", "", office.now());
        }
        assertThat(logIns.enter("s011", DEMO, "", office.now())).as("locked").isEmpty();
        clock.forward(Duration.ofMinutes(14));
        assertThat(logIns.enter("s011", DEMO, "", office.now())).as("still locked").isEmpty();
        clock.forward(Duration.ofMinutes(1));
        assertThat(logIns.enter("s011", DEMO, "", office.now())).as("open again").isPresent();
    }

    @Test
    void wrongPasswordsLongAgoDoNotCount() {
        for (int i = 0; i < 8; i++) {
            logIns.enter("s012", "wrong", "", office.now());
            clock.forward(Duration.ofMinutes(8));
        }
        assertThat(logIns.enter("s012", DEMO, "", office.now())).isPresent();
    }

    @Test
    void theSecurityAdministratorReleasesALock() {
        for (int i = 0; i < 5; i++) {
            logIns.enter("s013", "wrong", "", office.now());
        }
        Browser administrator = new Browser();
        administrator.logIn("a02", DEMO);
        String path = "/admin/accounts/" + office.person("S013");
        assertThat(administrator.post(path + "/release", Map.of()).statusCode()).isEqualTo(303);
        assertThat(logIns.enter("s013", DEMO, "", office.now())).isPresent();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Browser browser = new Browser();
        browser.logIn("s014", DEMO);
        assertThat(browser.postRaw("/me/tokens", "name=refused&days=1").statusCode()).isEqualTo(403);
        assertThat(tokens.of(office.person("S014"), office.now())).extracting(Tokens.Token::name).doesNotContain("refused");
    }

    @Test
    void everyPageCarriesAPolicyThatAllowsNoScriptOfAnotherHand() {
        HttpResponse<String> page = new Browser().get("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void aSessionEndsWhenIdleAndInAnyCaseAfterTwelveHours() {
        Browser idle = new Browser();
        idle.logIn("s015", DEMO);
        idle.get("/me");
        clock.forward(Duration.ofMinutes(20));
        assertThat(idle.get("/notices/bell").statusCode()).isNotEqualTo(302);
        clock.forward(Duration.ofMinutes(11));
        assertThat(idle.get("/me").statusCode()).as("asking by itself keeps no session alive").isEqualTo(302);

        Browser busy = new Browser();
        busy.logIn("s015", DEMO);
        for (int i = 0; i < 36; i++) {
            assertThat(busy.get("/me").statusCode()).isEqualTo(200);
            clock.forward(Duration.ofMinutes(20));
        }
        clock.forward(Duration.ofMinutes(1));
        assertThat(busy.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void aClockThatWasSetBackLetsNoSessionLiveLonger() {
        Browser browser = new Browser();
        browser.logIn("s015", DEMO);
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofHours(-3));
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        clock.forward(Duration.ofMinutes(31));
        assertThat(browser.get("/me").statusCode()).isEqualTo(302);
    }

    @Test
    void closingAnAccountEndsItsSessionsAndTokensAtOnce() {
        Browser browser = new Browser();
        browser.logIn("s016", DEMO);
        String token = tokens.create(office.actor("S016"), "test", false, 1, office.now());
        assertThat(browser.get("/me").statusCode()).isEqualTo(200);
        accounts.disable(office.person("S016"), office.actor("A01"), office.now());
        assertThat(browser.get("/me").statusCode()).isEqualTo(302);
        assertThat(tokens.enter(token, office.now())).isEmpty();
        assertThat(logIns.enter("s016", DEMO, "", office.now())).isEmpty();
    }

    @Test
    void aOneTimePasswordOpensNothingButItsOwnChange() {
        String oneTime = accounts.issue(office.person("S005"), office.actor("A01"), office.now());
        Browser browser = new Browser();
        browser.logIn("s005", oneTime);
        assertThat(browser.get("/me").headers().firstValue("Location").orElse("")).endsWith("/me/password");
        assertThat(browser.fragment("/notices/bell").statusCode()).as("nothing is put into the page of the change").isEqualTo(204);
        assertThat(change(browser, oneTime, "short", "short").body()).contains("10");
        assertThat(change(browser, oneTime, "s005-and-more", "s005-and-more").statusCode()).isEqualTo(422);
        assertThat(change(browser, oneTime, "1234567890", "1234567890").statusCode()).isEqualTo(422);
        assertThat(change(browser, oneTime, "rain on the desk", "rain on a desk").statusCode()).isEqualTo(422);
        assertThat(change(browser, "not it", "rain on the desk", "rain on the desk").statusCode()).isEqualTo(422);
        assertThat(change(browser, oneTime, oneTime, oneTime).statusCode()).as("the present one again").isEqualTo(422);
        assertThat(change(browser, oneTime, "rain on the desk", "rain on the desk").statusCode()).isEqualTo(303);
        assertThat(browser.get("/me").statusCode()).as("this session goes on").isEqualTo(200);
        assertThat(logIns.enter("s005", oneTime, "", office.now())).isEmpty();
    }

    @Test
    void theSystemAdministratorsNewPasswordOpensNeitherALockNorAClosedAccount() {
        long person = office.person("S005");
        for (int i = 0; i < 5; i++) {
            logIns.enter("s005", "wrong", "", office.now());
        }
        String locked = accounts.issue(person, office.actor("A01"), office.now());
        assertThat(logIns.enter("s005", locked, "", office.now())).as("locked").isEmpty();
        accounts.release(person, office.actor("A02"), office.now());
        assertThat(logIns.enter("s005", locked, "", office.now())).isPresent();
        accounts.disable(person, office.actor("A01"), office.now());
        String closed = accounts.issue(person, office.actor("A01"), office.now());
        assertThat(logIns.enter("s005", closed, "", office.now())).as("closed").isEmpty();
        accounts.enable(person, office.actor("A01"), office.now().plusSeconds(1));
        assertThat(logIns.enter("s005", closed, "", office.now())).isPresent();
    }

    private static HttpResponse<String> change(Browser browser, String present, String password, String again) {
        return browser.post("/me/password", Map.of("present", present, "password", password, "again", again));
    }
}
