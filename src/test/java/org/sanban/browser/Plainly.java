package org.sanban.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The pages of one person read and their forms sent as by a browser that runs no script and draws nothing: the same session, the
 * same forms with what stands in them, only faster. What a page does not offer cannot be sent.
 */
final class Plainly {

    private final APIRequestContext http;
    private final String code;
    private final String subject;

    /** @param subject of the paper, {@code outgoing/7} */
    Plainly(APIRequestContext http, String code, String subject) {
        this.http = http;
        this.code = code;
        this.subject = subject;
    }

    /** A page, after the door where the session has ended. */
    Document open(String path) {
        APIResponse answer = http.get(path);
        if (answer.url().contains("/login")) {
            enter(form(page(answer), "/login"));
            answer = http.get(path);
        }
        check(answer, path);
        return page(answer);
    }

    private void enter(FormElement door) {
        send(door, "login", code, "password", "sanban-demo-2026");
    }

    Document paper() {
        return open("/documents/" + subject);
    }

    /** Says yes to what the step asks (逐项核对) and nobody has answered for this text yet. Only texts that are written here are asked about. */
    void answer() {
        if (!subject.startsWith("outgoing/")) {
            return;
        }
        for (Element question : open("/checks/findings?subject=" + subject).select("#f-questions .op:has(.tag.amber)")) {
            if (question.selectFirst("form") instanceof FormElement form) {
                send(form, "answer", "YES");
            }
        }
    }

    /** Takes a way onward, or does another act that is open now. */
    void act(String way, String... fields) {
        answer();
        done(follow(open("/handlings/actions?subject=" + subject), way), fields);
    }

    /** Sends it back to a step, which is asked for where there are several. */
    void back(String verb, String step, String reason) {
        Document page = follow(open("/handlings/actions?subject=" + subject), verb);
        done(page.select("main form").isEmpty() ? follow(page, step) : page, "reason", reason);
    }

    private Document follow(Document page, String words) {
        return open(page.select("a[href*=/handlings/]").stream().filter(a -> a.ownText().equals(words)).findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not offered " + words + " but " + page.select(".acts, .row").text())).attr("href"));
    }

    private void done(Document page, String... fields) {
        send(form(page, page.select("main form").last().attr("action")), fields);
    }

    /** Sends the form of the paper's page whose address ends like that. */
    void save(String noun, String... fields) {
        send(form(paper(), "/" + noun), fields);
    }

    void saveAt(String page, String noun, String... fields) {
        send(form(open(page), "/" + noun), fields);
    }

    /** Begins a paper. @return where its editor is */
    String begin(String... fields) {
        return send(form(open("/documents/outgoing/new"), "/new"), fields);
    }

    /** Attaches files to the paper. */
    void attach(FilePayload... files) {
        for (FilePayload file : files) {
            FormData data = FormData.create();
            form(open("/files?subject=" + subject), "/files").formData().stream().filter(f -> !f.key().equals("file")).forEach(f -> data.set(f.key(), f.value()));
            check(http.post("/files", RequestOptions.create().setMultipart(data.set("file", file)).setMaxRedirects(0)), "/files");
        }
    }

    /** @param fields names and values; a name that is given stands for all that stood there under it, none for an empty one; @return where it leads */
    private String send(FormElement form, String... fields) {
        Set<String> given = IntStream.range(0, fields.length / 2).mapToObj(n -> fields[2 * n]).collect(Collectors.toCollection(HashSet::new));
        List<String> pairs = new ArrayList<>();
        form.select("select[multiple]").stream().filter(list -> list.select("option[selected]").isEmpty()).forEach(list -> given.add(list.attr("name")));
        for (KeyVal known : form.formData()) {
            if (!given.contains(known.key())) {
                pairs.add(pair(known.key(), known.value()));
            }
        }
        for (int n = 0; n < fields.length; n += 2) {
            pairs.add(pair(fields[n], fields[n + 1]));
        }
        RequestOptions how = RequestOptions.create().setHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .setData(String.join("&", pairs)).setMaxRedirects(0);
        APIResponse answer = http.post(form.attr("action"), how);
        check(answer, form.attr("action") + " " + Arrays.toString(fields));
        return answer.headers().getOrDefault("location", "").replaceFirst("https?://[^/]+", "");
    }

    private static String pair(String name, String value) {
        return Stream.of(name, value).map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)).collect(Collectors.joining("="));
    }

    static FormElement form(Document page, String action) {
        return (FormElement) page.select("form[action$=" + action + "]").stream().findFirst()
                .orElseThrow(() -> new AssertionError("No form " + action + " among " + page.select("form").eachAttr("action")));
    }

    private static Document page(APIResponse answer) {
        return Jsoup.parse(answer.text(), answer.url());
    }

    private void check(APIResponse answer, String what) {
        if (answer.status() >= 400) {
            throw new AssertionError(code + " " + what + " " + answer.status() + ": " + page(answer).select("[data-objections], .objections, h1").text());
        }
    }
}
