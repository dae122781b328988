package org.sanban.security;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanban.security.Endpoints.Endpoint;
import org.sanban.security.RightsTable.Expectation;
import org.sanban.security.RightsWorld.Case;
import org.sanban.security.RightsWorld.Paper;
import org.sanban.testing.Office;
import org.sanban.workflow.Doing;

/** Makes a request of an endpoint: the path and the address from the table, and nothing but emptiness as what is sent. */
final class Requests {

    static final Paper NONE = new Paper(Case.OTHER_UNIT, 987_654_321, 987_654_321, 987_654_321, "-", 987_654_321);
    private static final String BOUNDARY = "zq";

    private final int port;
    private final Office office;
    private final String procedure;

    /** @param procedure id of one that is published */
    Requests(int port, Office office, long procedure) {
        this.procedure = String.valueOf(procedure);
        this.port = port;
        this.office = office;
    }

    Wanderer.Answer send(Endpoint endpoint, Expectation expected, Paper paper, Wanderer visitor, String token) {
        String path = path(endpoint, expected, paper == null ? NONE : paper, visitor.number());
        byte[] body = body(endpoint, expected);
        return endpoint.api()
                ? visitor.call(endpoint.method(), path, token, type(endpoint), body)
                : visitor.send(endpoint.method(), path, type(endpoint), body);
    }

    /** A page with a token, the API with a session. */
    Wanderer.Answer crosswise(Endpoint endpoint, Expectation expected, Paper paper, RightsWorld.Persona persona) {
        String path = path(endpoint, expected, paper, persona.pages().number());
        return endpoint.api()
                ? persona.pages().send(endpoint.method(), path, type(endpoint), body(endpoint, expected))
                : new Wanderer(port).atTheDoor().call(endpoint.method(), path, persona.writer(), type(endpoint), body(endpoint, expected));
    }

    boolean endsTheSession(Endpoint endpoint) {
        return endpoint.pattern().equals("/login");
    }

    /** The address about {@code paper}. */
    String pathOf(Endpoint endpoint, Expectation expected, Paper paper) {
        return path(endpoint, expected, paper, 0);
    }

    private String path(Endpoint endpoint, Expectation expected, Paper paper, int turn) {
        String path = endpoint.pattern().replaceAll("\\{(\\w+):[^/]*?\\}(?=/|$)", "{$1}");
        Map<String, String> query = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : expected.values().entrySet()) {
            if (value.getKey().equals("@body")) {
                continue;
            }
            String hole = "{" + value.getKey() + "}";
            String said = said(value.getValue(), paper, turn);
            if (path.contains(hole)) {
                path = path.replace(hole, said);
            } else {
                query.put(value.getKey(), said);
            }
        }
        if (path.contains("{")) {
            throw new IllegalStateException("the table says nothing for " + path);
        }
        String asked = query.entrySet().stream().map(q -> q.getKey() + "=" + Wanderer.encoded(q.getValue())).collect(Collectors.joining("&"));
        String both = endpoint.params().isEmpty() ? asked : asked.isEmpty() ? endpoint.params() : endpoint.params() + "&" + asked;
        return both.isEmpty() ? path : path + "?" + both;
    }

    private String said(String value, Paper paper, int turn) {
        return switch (value) {
            case "@noun" -> Doing.values()[turn % Doing.values().length].noun();
            case "@unit" -> String.valueOf(office.unit("BWC"));
            case "@person" -> String.valueOf(office.person("S018"));
            case "@procedure" -> procedure;
            case "@word" -> RightsWorld.WORD;
            default -> value.replace("@missing", String.valueOf(NONE.id()))
                    .replace("@outgoing", String.valueOf(paper.outgoing()))
                    .replaceAll("@(subject|affair|meeting)", String.valueOf(paper.id()))
                    .replace("@file", String.valueOf(paper.file()))
                    .replace("@item", String.valueOf(paper.item()));
        };
    }

    private static String type(Endpoint endpoint) {
        return endpoint.takes().startsWith("multipart/") ? "multipart/form-data; boundary=" + BOUNDARY : endpoint.takes().isEmpty() ? null : endpoint.takes();
    }

    private static byte[] body(Endpoint endpoint, Expectation expected) {
        String body = switch (endpoint.takes()) {
            case "application/json" -> expected.values().getOrDefault("@body", "{}");
            case "multipart/form-data" -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\na\r\n--" + BOUNDARY + "--\r\n";
            default -> "";
        };
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Do both say the same, but for the address that was asked for and what is new in every page? */
    boolean alike(Endpoint endpoint, Expectation expected, Paper paper, Wanderer.Answer one, Wanderer.Answer other) {
        return one.status() == other.status() && one.type().equals(other.type()) && plain(one, paper).equals(plain(other, NONE));
    }

    private static String plain(Wanderer.Answer answer, Paper paper) {
        return answer.text()
                .replaceAll("(_csrf\" value|csrf[^ ]*)=\"[^\"]*\"", "")
                .replaceAll("hx-headers=(\"[^\"]*\"|'[^']*')", "")
                .replaceAll("name=\"back\" value=\"[^\"]*\"", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "")
                .replaceAll("/(" + paper.id() + "|" + paper.file() + "|" + paper.item() + "|" + paper.outgoing() + ")(?![0-9A-Za-z])", "");
    }
}
