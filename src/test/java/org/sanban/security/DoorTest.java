package org.sanban.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Base of the tests that stand before the door: a real server, a real browser's cookies, no redirects followed. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ProbeApi.class)
abstract class DoorTest extends OfficeTest {

    static final String DEMO = "sanban-demo-2026";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    /** One browser with its cookies. */
    class Browser {
        final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) {
            return send(request(path).header("Accept", "text/html").GET());
        }

        /** What a page asks for by itself, as htmx does. */
        HttpResponse<String> fragment(String path) {
            return send(request(path).header("HX-Request", "true").GET());
        }

        /** Sends a form with the CSRF token of the log-in or the own page. */
        HttpResponse<String> post(String path, Map<String, String> fields) {
            HttpResponse<String> page = get("/login");
            Matcher token = CSRF.matcher(page.body());
            if (!token.find()) {
                throw new IllegalStateException("no CSRF token on " + page.statusCode());
            }
            return postRaw(path, form(fields) + "&_csrf=" + token.group(1));
        }

        HttpResponse<String> postRaw(String path, String body) {
            return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
        }

        HttpResponse<String> logIn(String login, String password) {
            return post("/login", Map.of("login", login, "password", password));
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(c -> c.getName().equals("SANBAN"))
                    .map(c -> c.getValue())
                    .findFirst()
                    .orElse("");
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            return DoorTest.send(client, request);
        }
    }

    /** A program with a token. */
    HttpResponse<String> api(String method, String path, String token, String body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(HttpClient.newHttpClient(), request);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
