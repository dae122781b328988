package org.sanban.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person of the demo office who came in by the door.
 *
 * @param cookies the session and the language, as a request carries them
 */
record Visitor(String cookies, String csrf) {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static Visitor in(int port, String login) {
        CookieManager jar = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        try (HttpClient client = HttpClient.newBuilder().cookieHandler(jar).version(HttpClient.Version.HTTP_1_1).build()) {
            String home = "http://127.0.0.1:" + port;
            String form = form(Map.of("login", login, "password", "sanban-demo-2026", "_csrf", csrf(client, home + "/login")));
            HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(URI.create(home + "/login")).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 302) {
                throw new IllegalStateException(login + " does not come in: " + answer.statusCode());
            }
            String csrf = csrf(client, home + "/me");
            String cookies = jar.getCookieStore().getCookies().stream().map(HttpCookie::toString).collect(Collectors.joining("; "));
            return new Visitor(cookies + "; SANBAN_LANG=zh-CN", csrf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String csrf(HttpClient client, String page) throws IOException, InterruptedException {
        String text = client.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString()).body();
        Matcher token = CSRF.matcher(text);
        if (!token.find()) {
            throw new IllegalStateException("no CSRF token on " + page);
        }
        return token.group(1);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    byte[] reads(String path) {
        return Line.get(path, cookies);
    }

    /** A file to a subject, as a browser's form sends it. */
    byte[] attaches(String subject, String name, byte[] content) {
        String edge = "----sanban";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of("subject", subject, "copy", "ATTACHMENT", "requestId", UUID.randomUUID().toString(), "_csrf", csrf).forEach((field, value) ->
                body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return Line.post("/files", cookies, csrf, "multipart/form-data; boundary=" + edge, body.toByteArray());
    }

    byte[] sends(String path, Map<String, String> fields) {
        return Line.post(path, cookies, csrf, form(fields));
    }
}
