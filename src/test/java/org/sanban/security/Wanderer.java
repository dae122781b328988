package org.sanban.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One visitor of the house over HTTP, with cookies and the CSRF token of the session, or with a token; follows no redirect. */
class Wanderer {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern CHARACTER = Pattern.compile("&#(x?)([0-9a-fA-F]{1,6});");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.incrementAndGet();
    private final int port;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();
    private String csrf = "";

    Wanderer(int port) {
        this.port = port;
        cookies.put("SANBAN_LANG", "zh-CN");
    }

    /** Each has another one. */
    int number() {
        return number;
    }

    /** Reads in {@code zh-CN} or {@code en} from now on. */
    Wanderer reading(String language) {
        cookies.put("SANBAN_LANG", language);
        return this;
    }

    /** Comes to the door and takes the token of its form. */
    Wanderer atTheDoor() {
        readCsrf("/login");
        return this;
    }

    Wanderer loggedIn(String login, String password) {
        atTheDoor();
        Answer answer = send("POST", "/login", "application/x-www-form-urlencoded", "login=" + login + "&password=" + password);
        if (answer.status() != 302) {
            throw new IllegalStateException(login + " does not come in: " + answer.status());
        }
        readCsrf("/me");
        return this;
    }

    private void readCsrf(String path) {
        Matcher token = CSRF.matcher(send("GET", path, null, "").text());
        if (!token.find()) {
            throw new IllegalStateException("no CSRF token on " + path);
        }
        csrf = token.group(1);
    }

    /** What came back; {@code text} is unpacked where it was a workbook. */
    record Answer(int status, String type, String location, String text) {}

    /** As a person at the pages: cookies, and the CSRF token with everything that writes. */
    Answer send(String method, String path, String type, String body) {
        return send(method, path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = request(path, method, type, body).header("Accept", "text/html,*/*;q=0.8");
        request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        if (!method.equals("GET") && !csrf.isEmpty()) {
            request.header("X-CSRF-TOKEN", csrf);
        }
        return send(request.build());
    }

    /** As a program: a token and nothing else. */
    Answer call(String method, String path, String token, String type, byte[] body) {
        HttpRequest.Builder request = request(path, method, type, body).header("Accept", "*/*");
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.header("Accept-Language", cookies.get("SANBAN_LANG")).build());
    }

    private HttpRequest.Builder request(String path, String method, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        return type == null ? request : request.header("Content-Type", type);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.headers().firstValue("Location").orElse(""), text(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";")[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private static String text(byte[] body) throws IOException {
        boolean zipped = body.length > 3 && body[0] == 'P' && body[1] == 'K' && body[2] == 3;
        if (!zipped) {
            return new String(body, StandardCharsets.UTF_8);
        }
        Path file = Files.write(Files.createTempFile("sanban", ".zip"), body);
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                text.append(plain(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))).append('\n');
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    /** The writer of workbooks puts characters beyond ASCII as numbers. */
    private static String plain(String xml) {
        return CHARACTER.matcher(xml).replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(2), found.group(1).isEmpty() ? 10 : 16))));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
