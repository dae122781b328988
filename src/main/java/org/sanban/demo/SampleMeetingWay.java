package org.sanban.demo;

import java.time.Duration;
import java.time.Instant;
import org.sanban.meetings.MeetingKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A whole meeting of the sample office, from its plan to where its record ends. */
@Component
class SampleMeetingWay {

    private final SampleMeetings samples;
    private final MeetingAfterwards afterwards;
    private final Play play;

    SampleMeetingWay(SampleMeetings samples, MeetingAfterwards afterwards, Play play) {
        this.samples = samples;
        this.afterwards = afterwards;
        this.play = play;
    }

    /** @return its id */
    long bring(JsonNode one) {
        String who = samples.organizer(one);
        long id = samples.noticed(one);
        Instant due = samples.time(Paper.text(one.get("notice"), "rsvp_due"));
        samples.reply(id, who, 0, due.minusSeconds(1800));
        samples.decideSubstitutes(id, due.minusSeconds(900));
        Instant start = samples.on(one, "start");
        if (start.minus(Duration.ofHours(24)).isBefore(samples.time(Paper.text(one.get("approved"), "at")))) {
            play.finish(MeetingKind.ref(id), who, "express", null, null, due);
        } else {
            play.finish(MeetingKind.ref(id), who, "complete", null, null, due);
            samples.prepare(one, id, who, start.minus(Duration.ofHours(3)));
        }
        samples.equip(id, start.minus(Duration.ofHours(1)));
        samples.checkIn(id, who, start);
        samples.run(one, id, who);
        samples.report(id, who, samples.time(Paper.text(one.get("checkin_summary"), "reported_at")));
        afterwards.decide(one, id, who, samples.on(one, "end").plusSeconds(600));
        afterwards.finish(one, id, who, Paper.text(one, "state").equals("STORED"));
        return id;
    }
}
