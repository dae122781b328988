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
        long id = samples.noticed(one);
        answered(one, id);
        ready(one, id);
        samples.checkIn(id, samples.organizer(one), samples.on(one, "start"));
        held(one, id);
        finished(one, id);
        return id;
    }

    /** Everybody has replied. */
    void answered(JsonNode one, long id) {
        Instant due = due(one);
        samples.reply(id, samples.organizer(one), 0, due.minusSeconds(1800));
        samples.decideSubstitutes(id, due.minusSeconds(900));
    }

    private Instant due(JsonNode one) {
        return samples.time(Paper.text(one.get("notice"), "rsvp_due"));
    }

    /** An urgent one has no time for materials and seats. */
    boolean urgent(JsonNode one) {
        return samples.on(one, "start").minus(Duration.ofHours(24)).isBefore(samples.time(Paper.text(one.get("approved"), "at")));
    }

    /** Materials, seats and equipment, as far as it has not come there yet. */
    void ready(JsonNode one, long id) {
        prepared(one, id);
        samples.equip(id, samples.on(one, "start").minus(Duration.ofHours(1)));
    }

    void prepared(JsonNode one, long id) {
        String who = samples.organizer(one);
        if (urgent(one)) {
            play.finish(MeetingKind.ref(id), who, "express", null, null, due(one));
        } else {
            play.finish(MeetingKind.ref(id), who, "complete", null, null, due(one));
            samples.prepare(one, id, who, samples.on(one, "start").minus(Duration.ofHours(3)));
        }
    }

    /** The meeting itself and its decisions; whoever is to check in has done so. */
    void held(JsonNode one, long id) {
        String who = samples.organizer(one);
        samples.run(one, id, who);
        if (!samples.isReported(id)) {
            samples.report(id, who, samples.time(Paper.text(one.get("checkin_summary"), "reported_at")));
        }
        afterwards.decide(one, id, who, samples.on(one, "end").plusSeconds(600));
    }

    /** Minutes, press, closing, and the archive where the sample is stored. */
    void finished(JsonNode one, long id) {
        afterwards.finish(one, id, samples.organizer(one), Paper.text(one, "state").equals("STORED"));
    }
}
