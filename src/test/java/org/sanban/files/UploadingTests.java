package org.sanban.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.SubjectLink;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Files through the real server: what a browser sends and gets. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(UploadingTests.Trial.class)
class UploadingTests extends OfficeTest {

    private static final String BOUNDARY = "----sanban";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final AtomicLong NEXT = new AtomicLong(1000);

    @LocalServerPort
    private int port;

    @Autowired
    private Attachments attachments;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private SubjectRef subject = new SubjectRef("open", 0);
    private String token = "";

    @TestConfiguration(proxyBeanMethods = false)
    static class Trial {

        /** Everybody reads and adds to "open"; "shut" is closed to all; of "unknown" nobody knows anything. */
        @Bean
        SubjectDoor trialDoor() {
            return new SubjectDoor() {
                @Override
                public Set<String> kinds() {
                    return Set.of("open", "shut");
                }

                @Override
                public boolean mayRead(SubjectRef subject, Actor actor) {
                    return subject.kind().equals("open");
                }

                @Override
                public boolean mayAttach(SubjectRef subject, Actor actor) {
                    return subject.kind().equals("open");
                }
            };
        }

        @Bean
        SubjectLink trialLink() {
            return new SubjectLink() {
                @Override
                public String kind() {
                    return "open";
                }

                @Override
                public String href(long id) {
                    return "/files?subject=open/" + id;
                }
            };
        }
    }

    @BeforeEach
    void theClerkIsSignedIn() throws Exception {
        subject = new SubjectRef("open", NEXT.getAndIncrement());
        String form = "_csrf=" + encode(token("/login")) + "&login=S008&password=" + encode("sanban-demo-2026");
        client.send(HttpRequest.newBuilder(at("/login")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
        token = token("/files?subject=" + subject);
    }

    @Test
    void anUploadWithoutJavaScriptIsListedDownloadedAndShownHarmlessly() throws Exception {
        byte[] pdf = Samples.pdf("uploaded " + subject, "", "");
        HttpResponse<String> sent = post(body("通知.pdf", pdf), false);
        assertThat(sent.statusCode()).isEqualTo(303);
        Attachment kept = attachments.of(subject).getFirst();
        assertThat(get("/go?subject=" + subject).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/files?subject=" + subject));
        assertThat(get("/files?subject=" + subject).body()).contains("通知.pdf", "/files/" + kept.id());
        HttpResponse<byte[]> down = client.send(HttpRequest.newBuilder(at("/files/" + kept.id())).build(), BodyHandlers.ofByteArray());
        assertThat(down.body()).isEqualTo(pdf);
        assertThat(down.headers().firstValue("Content-Disposition")).hasValueSatisfying(v -> assertThat(v).startsWith("attachment").contains("filename*=UTF-8''%E9%80%9A%E7%9F%A5.pdf"));
        assertThat(down.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(down.headers().allValues("Content-Security-Policy")).singleElement().asString().contains("sandbox", "default-src 'none'");
        HttpResponse<String> inline = get("/files/" + kept.id() + "/inline");
        assertThat(inline.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(get("/files/" + kept.id() + "/preview").body()).contains("<iframe", "/files/" + kept.id() + "/inline");
    }

    @Test
    void aRefusalComesBackBesideItsFieldWithAllThatWasTyped() throws Exception {
        HttpResponse<String> refused = post(body("a.pdf", "MZ program".getBytes(UTF_8)), false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("可执行程序", "<html");
        HttpResponse<String> fragment = post(body("机密.txt", "正文".getBytes(UTF_8)), true);
        assertThat(fragment.statusCode()).isEqualTo(422);
        assertThat(fragment.body()).contains("非涉密系统").doesNotContain("<html");
        assertThat(attachments.of(subject)).isEmpty();
    }

    @Test
    void aSubjectWithoutADoorIsClosed() throws Exception {
        assertThat(get("/files?subject=shut/1").statusCode()).isEqualTo(404);
        assertThat(get("/files?subject=unknown/1").statusCode()).isEqualTo(404);
        assertThat(get("/files?subject=nonsense").statusCode()).isEqualTo(404);
        Attachment hidden = attachments.add(new SubjectRef("shut", NEXT.getAndIncrement()),
                Samples.upload("a.txt", UUID.randomUUID().toString().getBytes(UTF_8)), Actor.SYSTEM, clock.instant(), UUID.randomUUID().toString());
        assertThat(get("/files/" + hidden.id()).statusCode()).isEqualTo(404);
        assertThat(get("/files/" + hidden.id() + "/inline").statusCode()).isEqualTo(404);
        assertThat(get("/files/" + hidden.id() + "/preview").statusCode()).isEqualTo(404);
    }

    @Test
    void twoGigabytesInChunksAreCutOffWithAClearAnswerLongBeforeTheirEnd() throws Exception {
        Cut cut = flood("Transfer-Encoding: chunked\r\n");
        assertThat(cut.answer).startsWith("HTTP/1.1 413").contains("太大");
        assertThat(cut.sent).isLessThan(300L << 20);
        assertThat(attachments.of(subject)).isEmpty();
    }

    @Test
    void twoGigabytesThatSayTheirLengthAreCutOffAtOnce() throws Exception {
        Cut cut = flood("Content-Length: " + (2L << 30) + "\r\n");
        assertThat(cut.answer).startsWith("HTTP/1.1 413");
        assertThat(cut.sent).isLessThan(50L << 20);
    }

    private record Cut(long sent, String answer) {}

    /** Sends up to 2 GB as a browser would, and reads what comes back when the server has had enough. */
    private Cut flood(String length) throws IOException {
        String session = cookies.getCookieStore().getCookies().stream().map(c -> c.getName() + "=" + c.getValue()).collect(Collectors.joining("; "));
        boolean chunked = length.startsWith("Transfer");
        byte[] block = "a".repeat(1 << 20).getBytes(ISO_8859_1);
        long sent = 0;
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /files HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + session + "\r\nX-CSRF-TOKEN: " + token
                    + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n" + length + "\r\n").getBytes(ISO_8859_1));
            try {
                send(out, chunked, part("subject", subject.toString()) .concat(filePart("big.txt")).getBytes(UTF_8));
                while (sent < 2L << 30 && socket.getInputStream().available() == 0) {
                    send(out, chunked, block);
                    sent += block.length;
                }
            } catch (IOException e) {
                // the server has hung up; what it said is read below
            }
            return new Cut(sent, new String(socket.getInputStream().readNBytes(65536), UTF_8));
        }
    }

    private static void send(OutputStream out, boolean chunked, byte[] bytes) throws IOException {
        if (chunked) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
        }
        out.write(bytes);
        if (chunked) {
            out.write("\r\n".getBytes(ISO_8859_1));
        }
    }

    private byte[] body(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((part("_csrf", token) + part("subject", subject.toString()) + part("copy", "ATTACHMENT")
                + part("requestId", UUID.randomUUID().toString()) + filePart(name)).getBytes(UTF_8));
        out.writeBytes(content);
        out.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return out.toByteArray();
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String filePart(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/pdf\r\n\r\n";
    }

    private HttpResponse<String> post(byte[] body, boolean htmx) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at("/files"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(BodyPublishers.ofByteArray(body));
        return client.send(htmx ? request.header("HX-Request", "true").build() : request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private String token(String path) throws Exception {
        Matcher matcher = TOKEN.matcher(get(path).body());
        assertThat(matcher.find()).as("a form on " + path).isTrue();
        return matcher.group(1);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
