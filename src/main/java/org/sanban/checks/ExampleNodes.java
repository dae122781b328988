package org.sanban.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sanban.checks.CheckedPaper.Attached;
import org.sanban.checks.CheckedPaper.Known;
import org.sanban.checks.CheckedPaper.KnownBody;
import org.sanban.checks.CheckedPaper.KnownPerson;
import tools.jackson.databind.JsonNode;

/** An example of a rule in a file: a text alone is a body, else what differs from an empty paper. */
final class ExampleNodes {

    private ExampleNodes() {}

    static CheckedPaper read(JsonNode node) {
        if (node.isString()) {
            return CheckedPaper.ofBody(node.asString());
        }
        Map<String, String> elements = new LinkedHashMap<>();
        List<Attached> attached = new ArrayList<>();
        List<KnownBody> bodies = new ArrayList<>();
        List<KnownPerson> persons = new ArrayList<>();
        node.properties().forEach(one -> {
            JsonNode value = one.getValue();
            switch (one.getKey()) {
                case "docType", "direction", "date" -> {}
                case "attached" -> value.forEach(a -> attached.add(new Attached(a.path("title").asString(""), text(a, "text"))));
                case "bodies" -> value.forEach(b -> bodies.add(new KnownBody(
                        b.path("name").asString(""), b.path("short").asString(""), date(text(b, "until")), text(b, "successor"))));
                case "persons" -> value.forEach(p -> persons.add(new KnownPerson(p.path("name").asString(""), strings(p.path("posts")))));
                default -> elements.put(one.getKey(), value.asString());
            }
        });
        return new CheckedPaper(
                node.path("docType").asString(""), node.path("direction").asString(""), elements, date(text(node, "date")), attached,
                new Known(bodies, persons));
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isValueNode() && !node.path(name).isNull() ? node.get(name).asString() : null;
    }

    private static @Nullable LocalDate date(@Nullable String written) {
        return written == null ? null : LocalDate.parse(written);
    }

    static Object write(CheckedPaper paper) {
        if (paper.equals(CheckedPaper.ofBody(paper.element("body")))) {
            return paper.element("body");
        }
        Map<String, Object> node = new LinkedHashMap<>();
        put(node, "docType", paper.docType());
        put(node, "direction", paper.direction());
        put(node, "date", paper.date());
        node.putAll(paper.elements());
        put(node, "attached", paper.attached().stream().map(a -> {
            Map<String, Object> one = new LinkedHashMap<>(Map.of("title", a.title()));
            put(one, "text", a.text());
            return one;
        }).toList());
        put(node, "bodies", paper.known().bodies().stream().map(b -> {
            Map<String, Object> one = new LinkedHashMap<>(Map.of("name", b.name()));
            put(one, "short", b.shortName());
            put(one, "until", b.until());
            put(one, "successor", b.successor());
            return one;
        }).toList());
        put(node, "persons", paper.known().persons().stream().map(p -> Map.of("name", p.name(), "posts", p.posts())).toList());
        return node;
    }

    private static void put(Map<String, Object> node, String name, @Nullable Object value) {
        if (value instanceof List<?> list ? !list.isEmpty() : value != null && !value.toString().isEmpty()) {
            node.put(name, value instanceof List<?> list ? list : value.toString());
        }
    }
}
