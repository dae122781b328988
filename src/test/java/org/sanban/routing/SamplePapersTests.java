package org.sanban.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.routing.OutgoingFacts.Cited;
import org.sanban.routing.OutgoingFacts.Countersign.Answer;
import org.sanban.testing.Alongside;
import tools.jackson.databind.JsonNode;

/** The papers the sample office sent out were in order: what the rules say of them is a false alarm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Alongside
class SamplePapersTests {

    private static final JsonNode DOCUMENTS = SampleDirectory.read("documents.yaml").get("documents");
    private final Routing routing = SampleRules.shipped();

    static Stream<JsonNode> sent() {
        return DOCUMENTS.valueStream().filter(paper -> paper.get("flow").asString().equals("OUT"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sent")
    void aPaperThatWasSentOutIsNotStopped(JsonNode paper) {
        for (Stage stage : Stage.values()) {
            assertThat(routing.look(facts(paper), stage)).filteredOn(f -> f.severity() != Severity.HINT).isEmpty();
        }
    }

    private static OutgoingFacts facts(JsonNode sample) {
        Paper paper = new Paper().title(text(sample, "title")).body(text(sample, "body")).annotation(text(sample, "annotation"));
        paper.type = DocType.valueOf(text(sample, "doc_type"));
        paper.direction = Direction.valueOf(text(sample, "direction"));
        paper.medium = sample.has("medium") ? Medium.valueOf(text(sample, "medium")) : Medium.PAPER;
        paper.from(text(sample, "issuer_org")).number(text(sample, "doc_number")).signedAs(paper.issuer.name());
        paper.urgency(text(sample, "urgency").replace("NONE", "")).secrecy(text(sample, "secrecy"));
        paper.open(Openness.valueOf(text(sample, "openness")), text(sample, "openness_reason"));
        paper.today = LocalDate.parse(text(sample, "issued_on"));
        paper.issuedOn = paper.today;
        paper.approvedOn = paper.today;
        address(sample, paper);
        List<String> titles = sample.get("attachments").valueStream().map(a -> text(a, "title")).toList();
        paper.listed(titles.toArray(String[]::new)).attached(titles.toArray(String[]::new));
        countersigned(sample, paper);
        if (sample.has("in_reply_to")) {
            JsonNode request = DOCUMENTS.valueStream().filter(d -> text(d, "id").equals(text(sample, "in_reply_to"))).findFirst().orElseThrow();
            paper.answers = new Cited(text(request, "doc_number"), text(request, "title"), true);
        }
        return paper.facts();
    }

    private static void address(JsonNode sample, Paper paper) {
        if (sample.has("main_recipients_text")) {
            Stream.of(text(sample, "main_recipients_text").split("，")).forEach(name -> paper.main.add(new Recipient(name, null, false)));
        } else {
            paper.to(sample.get("main_recipients").valueStream().map(JsonNode::asString).toArray(String[]::new));
        }
        paper.copy(sample.get("cc_recipients").valueStream().map(JsonNode::asString).toArray(String[]::new));
    }

    private static void countersigned(JsonNode sample, Paper paper) {
        sample.get("stage_log").valueStream().filter(step -> text(step, "step").equals("COUNTERSIGN")).forEach(step -> step.get("orgs")
                .forEach(by -> paper.asked(by.asString(), Answer.valueOf(text(step, "result")), false)));
    }

    private static String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asString() : "";
    }
}
