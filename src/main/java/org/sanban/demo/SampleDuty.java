package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.sanban.affairs.AffairKind;
import org.sanban.audit.SubjectRef;
import org.sanban.duty.Desk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Replays what the duty room of the sample reported: by telephone, in writing, followed up. */
@Component
class SampleDuty {

    private static final String OFFICER = "S024";

    private final Desk desk;
    private final Play play;
    private final ZoneId zone;

    SampleDuty(Desk desk, Play play, @Value("${sanban.zone}") ZoneId zone) {
        this.desk = desk;
        this.play = play;
        this.zone = zone;
    }

    /** As far as its history goes. @return its id */
    long bring(JsonNode one) {
        Instant at = time(Paper.text(one, "registered_at"));
        long id = desk.report("雾山州政府值班室", Paper.text(one, "title"), time(Paper.text(one.get("source"), "learned_at")), "II", play.actor(OFFICER, at), at, "sample-" + Paper.text(one, "id"));
        SubjectRef ref = AffairKind.ref(id);
        for (JsonNode step : one.get("history")) {
            String way = switch (Paper.text(step, "step")) {
                case "PHONE_REPORT" -> "told";
                case "WRITTEN_REPORT" -> "reported";
                case "FOLLOW_UP" -> "further";
                default -> "final";
            };
            play.finish(ref, OFFICER, way, Paper.text(step, "note"), null, time(Paper.text(step, "at")));
        }
        return id;
    }

    private Instant time(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
