package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The outgoing papers of the sample office that are over by now, in the order in which they were begun. */
final class SampleOutgoing {

    private SampleOutgoing() {}

    /** None outside their own year: their numbers belong to it. */
    static List<JsonNode> papers(Instant now, ZoneId zone) {
        return documents().filter(d -> d.get("flow").asString().equals("OUT"))
                .filter(d -> time(d.get("stage_log").get(0), zone).atZone(zone).getYear() == now.atZone(zone).getYear())
                .filter(d -> log(d).allMatch(step -> time(step, zone).plusSeconds(86_400L * 7).isBefore(now)))
                .sorted(java.util.Comparator.comparing(d -> time(d.get("stage_log").get(0), zone)))
                .toList();
    }

    static JsonNode document(String id) {
        return documents().filter(d -> d.get("id").asString().equals(id)).findFirst().orElseThrow();
    }

    /** The numbers that they were given, voided ones too. */
    static List<String> numbers(Instant now, ZoneId zone) {
        return papers(now, zone).stream().flatMap(SampleOutgoing::log).filter(step -> step.get("step").asString().equals("REGISTER_NO"))
                .map(step -> step.get("value").asString()).toList();
    }

    static Stream<JsonNode> log(JsonNode paper) {
        return StreamSupport.stream(paper.get("stage_log").spliterator(), false);
    }

    static Instant time(JsonNode step, ZoneId zone) {
        return LocalDateTime.parse(step.get("at").asString()).atZone(zone).toInstant();
    }

    private static Stream<JsonNode> documents() {
        return StreamSupport.stream(SampleFiles.tree("documents.yaml").get("documents").spliterator(), false);
    }
}
