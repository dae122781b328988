package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sanban.affairs.Affairs;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Incoming;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.UrgencyMark;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.meetings.Planning;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.security.Endpoints.Endpoint;
import org.sanban.security.RightsTable.Expectation;
import org.sanban.security.RightsWorld.Case;
import org.sanban.security.RightsWorld.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent to whichever endpoint: a clear answer in the reader's language, never a breakdown, nothing typed lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests extends DoorTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TYPED = "zqtyped";
    /** As they stand in an address or a form: already encoded, for some of them no text can say. */
    private static final List<String> VALUES = List.of(
            "", "%20", "%00", "a%07b", "%ED%A0%80", "%FF%FE", "%F0%9F%98%80", "x".repeat(10_000), "-1", "99999999999999999999", "1e999", "NaN",
            "PURPLE", "2026-02-30", "%2B999999999-12-31", "%2B999999999-12-31T23:59", "%2e%2e%2f%2e%2e%2fetc", "%3Cscript%3E", "%27%20or%201%3D1--", "%25%5C_", "%7B0%7D", TYPED);
    private static final List<String> IDS = List.of("abc", "-1", "0", "99999999999999999999", "1.5", "%00", "%FF", "%20", "9223372036854775807");
    private static final List<String> BODIES = List.of(
            "", "null", "[]", "\"x\"", "{", "not json", "{}}", "{\"a\":".repeat(2_000), "[".repeat(2_000), "{\"unknown\":1}");
    private static final List<String> JSON_VALUES = List.of(
            "null", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"a\\u0007b\"", "-1", "99999999999999999999", "1e999", "1.5", "true", "[]", "[null]",
            "[[]]", "{}", "[{}]", "{\"a\":null}", "\"PURPLE\"", "\"2026-02-30\"", "\"+999999999-12-31\"", "\"" + "字".repeat(10_000) + "\"", "\"" + TYPED + "\"");

    private static final List<String> TYPES = List.of(
            "application/json", FORM, "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "application/xml", "nonsense", "text/plain; charset=nonsense");

    /** At this step nobody reads, so there is no such form; a text that saves itself stands in the page that sent it; what is not taken out of a file stays there. */
    private static final List<String> KEPT_ELSEWHERE = List.of("/waivers", "/draft/saves", "/draft/parts");

    /** What every field meets; of the rest each endpoint meets a quarter, another one another quarter, and with -Dsanban.inputs=all every one all. */
    private static final List<String> ALWAYS = List.of("", "%00", TYPED, "99999999999999999999", "%2B999999999-12-31", "\"+999999999-12-31\"", "null", "not json");
    private static final boolean ALL = "all".equals(System.getProperty("sanban.inputs"));

    private record Visitor(Actor actor, Wanderer pages, String token) {}

    private final Map<String, Expectation> table = RightsTable.read();
    private final List<String> wrong = new ArrayList<>();
    private List<Endpoint> endpoints;
    private List<Visitor> visitors;
    private Requests requests;
    private Map<String, Paper> subjects;

    @BeforeAll
    void comeIn(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, @Autowired Incoming incoming,
            @Autowired Drafts drafts, @Autowired Affairs affairs, @Autowired Planning meetings, @Autowired Attachments files, @Autowired JdbcClient jdbc, @Autowired PlatformTransactionManager transactions) {
        clock.reset();
        endpoints = Endpoints.of(mapping).stream().filter(e -> table.containsKey(e.key()) && !e.pattern().startsWith("/login")).toList();
        visitors = Stream.of("S008", "S006", "S010", "A01", "A02", "A03").map(this::visitor).toList();
        long procedure = new TransactionTemplate(transactions).execute(s ->
                jdbc.sql("select id from procedure where code = 'incoming' and state = 'PUBLISHED'").query(Long.class).single());
        requests = new Requests(port, office, procedure);
        Paper paper = paper(incoming, drafts, files);
        Matters matters = new Matters(office, affairs, meetings, null, jdbc, null);
        Actor by = office.actor("S008");
        subjects = Map.of(
                "incoming", paper, "outgoing", paper, "affair", Matters.only(Case.OWN, matters.affair("COORDINATION", "输入", by), ""),
                "meeting", Matters.only(Case.OWN, matters.meeting("输入", by), ""));
    }

    private Visitor visitor(String code) {
        Wanderer pages = new Wanderer(port).loggedIn(code.toLowerCase(java.util.Locale.ROOT), DEMO);
        return new Visitor(office.actor(code), pages, tokens.create(office.actor(code), "bad input", true, 30, office.now()));
    }

    private Paper paper(Incoming incoming, Drafts drafts, Attachments files) {
        Actor by = office.actor("S008");
        long id = incoming.receive(
                Receipt.inOrder(office.now(), by.id(), Receipt.Channel.E_EXCHANGE),
                new Particulars(
                        null, "云岭省财政厅", "岭财函〔2026〕88888号", "关于输入的函", DocType.LETTER, Direction.LATERAL, LocalDate.of(2026, 5, 15),
                        UrgencyMark.NONE, Clearance.NONE, Openness.NOT_OPEN, "理由", 2, 2, List.of("云岭省人民政府办公厅"), List.of(), List.of(), null, null,
                        Particulars.Kind.FOR_ACTION, List.of(), null, Medium.PAPER, "正文。", null, null, null),
                by, office.now(), UUID.randomUUID().toString());
        byte[] text = ("附件" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        long file = files.add(
                new SubjectRef("incoming", id), new Upload("a.txt", new ByteArrayInputStream(text), Attachment.Copy.ATTACHMENT), by, office.now(),
                UUID.randomUUID().toString()).id();
        return new Paper(Case.OWN, id, file, Requests.NONE.item(), "",
                drafts.begin(Draft.EMPTY, by, office.now(), UUID.randomUUID().toString()));
    }

    @BeforeEach
    void nothingWrongYet() {
        wrong.clear();
    }

    @Test
    void everyFieldOfEveryFormAndAddressTakesAnything() {
        for (Endpoint endpoint : endpoints) {
            Map<String, Class<?>> fields = Fields.form(endpoint.handler());
            for (String value : fields.isEmpty() ? List.<String>of() : some(endpoint, VALUES)) {
                String sent = fields.keySet().stream().map(f -> Wanderer.encoded(f) + "=" + value).collect(Collectors.joining("&"));
                judge(endpoint, value, sendFields(endpoint, sent));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void addressesOfWhatIsNoNumberAreAnswered() {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.pattern().contains("{")) {
                for (String id : some(endpoint, IDS)) {
                    String path = endpoint.pattern().replaceAll("\\{\\w+(:[^/]*?)?\\}(?=/|$)", id);
                    judge(endpoint, id, send(endpoint, path, body(endpoint)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFieldOfEveryBodyTakesAnything() {
        for (Endpoint endpoint : endpoints) {
            Map<String, Class<?>> fields = Fields.json(endpoint.handler());
            for (String value : fields.isEmpty() ? List.<String>of() : some(endpoint, JSON_VALUES)) {
                judge(endpoint, value, sendJson(endpoint, json(fields, value)));
            }
            for (String body : fields.isEmpty() ? List.<String>of() : some(endpoint, BODIES)) {
                judge(endpoint, body, sendJson(endpoint, body));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void bodiesThatAreNotWhatTheirTypeSaysAreAnswered() {
        byte[] noText = {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xED, (byte) 0xA0, (byte) 0x80, '=', '&', '"', '{'};
        for (Endpoint endpoint : endpoints) {
            if (endpoint.writes()) {
                for (String type : some(endpoint, TYPES)) {
                    judge(endpoint, type, send(endpoint, address(endpoint), type, noText));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        for (Endpoint endpoint : endpoints) {
            Map<String, Class<?>> fields = new LinkedHashMap<>(Fields.form(endpoint.handler()));
            fields.values().removeIf(type -> type == boolean.class || type == Boolean.class);
            if (endpoint.writes() && !endpoint.api() && Fields.showsAgain(endpoint.handler()) && !endpoint.pattern().contains("password")) {
                String sent = fields.keySet().stream().map(f -> Wanderer.encoded(f) + "=" + TYPED).collect(Collectors.joining("&"));
                Wanderer.Answer answer = sendFields(endpoint, sent);
                boolean open = KEPT_ELSEWHERE.stream().noneMatch(endpoint.pattern()::endsWith);
                if (open && answer.status() == 422 && !answer.text().contains(TYPED)) {
                    wrong.add(endpoint.key() + " forgets what was typed");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> some(Endpoint endpoint, List<String> values) {
        return values.stream().filter(v -> ALL || ALWAYS.contains(v) || Math.floorMod((endpoint.key() + v).hashCode(), 4) == 0).toList();
    }

    private Expectation expected(Endpoint endpoint) {
        return table.get(endpoint.key());
    }

    private String address(Endpoint endpoint) {
        Expectation expected = expected(endpoint);
        return requests.pathOf(endpoint, expected, subjects.get(expected.kind()));
    }

    private Visitor visitor(Endpoint endpoint) {
        return visitors.stream().filter(v -> expected(endpoint).lets(v.actor().rights())).findFirst().orElse(visitors.getFirst());
    }

    private Wanderer.Answer sendFields(Endpoint endpoint, String sent) {
        String path = address(endpoint);
        String plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return endpoint.writes() && !endpoint.api()
                ? send(endpoint, path, FORM, sent.getBytes(StandardCharsets.UTF_8))
                : send(endpoint, plain + "?" + sent, body(endpoint));
    }

    private Wanderer.Answer sendJson(Endpoint endpoint, String body) {
        return send(endpoint, address(endpoint), "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] body(Endpoint endpoint) {
        return (endpoint.takes().equals("application/json") ? "{}" : "").getBytes(StandardCharsets.UTF_8);
    }

    private Wanderer.Answer send(Endpoint endpoint, String path, byte[] body) {
        return send(endpoint, path, endpoint.writes() ? endpoint.takes() : null, body);
    }

    private Wanderer.Answer send(Endpoint endpoint, String path, String type, byte[] body) {
        Visitor visitor = visitor(endpoint);
        return endpoint.api()
                ? visitor.pages().call(endpoint.method(), path, visitor.token(), type, body)
                : visitor.pages().send(endpoint.method(), path, type, body);
    }

    private static String json(Map<String, Class<?>> fields, String value) {
        return fields.keySet().stream().filter(f -> !f.contains(".")).map(f -> "\"" + f + "\":" + value).collect(Collectors.joining(",", "{", "}"));
    }

    private void judge(Endpoint endpoint, String sent, Wanderer.Answer answer) {
        String what = endpoint.key() + " with " + (sent.length() > 40 ? sent.substring(0, 40) + "…" : sent) + " answers " + answer.status();
        boolean trace = answer.text().contains("org.springframework") || answer.text().contains("java.lang.") || answer.text().contains("SQLSTATE");
        if (answer.status() >= 500 || trace) {
            wrong.add(what);
        } else if (answer.location().endsWith("/login")) {
            wrong.add(what + " and forgets who is there");
        } else if (endpoint.api() && answer.status() >= 400
                && !(answer.type().startsWith("application/problem+json") && answer.text().contains("\"detail\":\"") && answer.text().matches("(?s).*[一-鿿].*"))
                && answer.type().startsWith("application/")) {
            wrong.add(what + " without saying why: " + answer.type());
        }
    }
}
