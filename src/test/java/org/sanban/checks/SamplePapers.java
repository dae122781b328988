package org.sanban.checks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.checks.CheckedPaper.Attached;
import org.sanban.checks.CheckedPaper.Known;
import org.sanban.checks.CheckedPaper.KnownBody;
import org.sanban.checks.CheckedPaper.KnownPerson;
import org.sanban.checks.RuleTrial.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The papers of the sample office as the rules see them, the directory beside them. */
final class SamplePapers {

    private static final Map<String, String> NAMES = read("organizations.yaml", "organizations").valueStream()
            .collect(Collectors.toMap(o -> text(o, "id"), o -> text(o, "name")));

    private SamplePapers() {}

    /** The twelve whose texts are in order: five that came in, seven that went out. */
    static List<Sample> inOrder() {
        return read("documents.yaml", "documents").valueStream().map(SamplePapers::sample).toList();
    }

    /** Those under way: some of them with faults on purpose. */
    static List<Sample> underWay() {
        return Stream.concat(read("drafts.yaml", "drafts").valueStream(), read("papers.yaml", "papers").valueStream()).map(SamplePapers::sample).toList();
    }

    static Known known() {
        List<KnownBody> bodies = read("organizations.yaml", "organizations").valueStream()
                .map(o -> new KnownBody(text(o, "name"), text(o, "short"), null, null)).toList();
        JsonNode staff = file("staff.yaml");
        List<KnownPerson> persons = Stream.concat(staff.get("leaders").valueStream(), staff.get("staff").valueStream())
                .map(p -> new KnownPerson(text(p, "name"), Stream.of(text(p, "post").replaceAll("（.*", "").split("、")).toList())).toList();
        return new Known(bodies, persons);
    }

    private static Sample sample(JsonNode paper) {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("title", text(paper, "title"));
        elements.put("mainRecipients", recipients(paper, "main_recipients"));
        elements.put("ccRecipients", recipients(paper, "cc_recipients"));
        elements.put("body", text(paper, "body"));
        List<Attached> attached = new ArrayList<>();
        List<String> list = new ArrayList<>();
        paper.path("attachments").forEach(a -> {
            attached.add(new Attached(text(a, "title"), null));
            list.add(text(a, "no") + ". " + text(a, "title"));
        });
        elements.put("attachments", String.join("\n", list));
        elements.put("annotation", text(paper, "annotation"));
        LocalDate day = paper.has("issued_on") ? LocalDate.parse(text(paper, "issued_on")) : null;
        return new Sample(text(paper, "title"), new CheckedPaper(
                paper.has("doc_type") ? text(paper, "doc_type") : text(paper, "type"), text(paper, "direction"), elements, day, attached, known()));
    }

    private static String recipients(JsonNode paper, String name) {
        if (paper.has(name + "_text")) {
            return text(paper, name + "_text").replace("，", "\n");
        }
        return paper.path(name).valueStream().map(r -> NAMES.getOrDefault(r.asString(), r.asString())).collect(Collectors.joining("\n"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").strip();
    }

    private static JsonNode read(String file, String list) {
        return file(file).get(list);
    }

    private static JsonNode file(String file) {
        try (InputStream yaml = Files.newInputStream(Path.of("db/sample", file))) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
