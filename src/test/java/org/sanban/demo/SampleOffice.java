package org.sanban.demo;

import java.time.Instant;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationContext;
import org.sanban.workflow.Act;
import tools.jackson.databind.JsonNode;

/**
 * The meetings and affairs of the sample office for tests that play a part of their way themselves: whatever such a test does in its
 * pages the sample leaves out.
 */
public final class SampleOffice {

    private final SampleMeetings meetings;
    private final SampleMeetingWay way;
    private final SampleAffairs affairs;
    private final SampleDuty duty;
    private final DemoShelf shelf;
    private final Play play;

    public SampleOffice(ApplicationContext context) {
        meetings = context.getBean(SampleMeetings.class);
        way = context.getBean(SampleMeetingWay.class);
        affairs = context.getBean(SampleAffairs.class);
        duty = context.getBean(SampleDuty.class);
        shelf = context.getBean(DemoShelf.class);
        play = context.getBean(Play.class);
    }

    public static JsonNode meeting(String id) {
        return SampleMeetings.all().stream().filter(m -> text(m, "id").equals(id)).findFirst().orElseThrow();
    }

    /** By the day of their registration. */
    public static List<JsonNode> affairs() {
        return SampleAffairs.all();
    }

    public static String text(JsonNode one, String field) {
        return Paper.text(one, field);
    }

    public static List<String> texts(JsonNode one, String field) {
        return Paper.texts(one, field);
    }

    public Instant starts(JsonNode meeting) {
        return meetings.on(meeting, "start");
    }

    public Instant ends(JsonNode meeting) {
        return meetings.on(meeting, "end");
    }

    public Instant time(String local) {
        return meetings.time(local);
    }

    public String organizer(JsonNode meeting) {
        return meetings.organizer(meeting);
    }

    public String body(String code) {
        return meetings.body(code).name();
    }

    public List<String> branches(JsonNode meeting) {
        return meetings.branches(meeting);
    }

    public long noticed(JsonNode meeting) {
        return meetings.noticed(meeting);
    }

    public void tell(JsonNode meeting, long id) {
        meetings.tell(meeting, id);
    }

    public void answered(JsonNode meeting, long id) {
        way.answered(meeting, id);
    }

    public void prepared(JsonNode meeting, long id) {
        way.prepared(meeting, id);
    }

    public void ready(JsonNode meeting, long id) {
        way.ready(meeting, id);
    }

    /** The equipment alone. */
    public void equip(JsonNode meeting, long id) {
        meetings.equip(id, starts(meeting).minusSeconds(3600));
    }

    public void checkIn(JsonNode meeting, long id) {
        meetings.checkIn(id, organizer(meeting), starts(meeting));
    }

    public void held(JsonNode meeting, long id) {
        way.held(meeting, id);
    }

    public void finished(JsonNode meeting, long id) {
        way.finished(meeting, id);
    }

    /** What the archive does with what was handed over. */
    public void takeIn(SubjectRef subject, Instant from) {
        Instant[] at = {from};
        shelf.takeIn(subject, minutes -> at[0] = at[0].plusSeconds(minutes * 60));
    }

    public long affair(JsonNode one) {
        return text(one, "category").equals("DUTY_INFO") ? duty.bring(one) : affairs.bring(one);
    }

    public Actor actor(String code, Instant at) {
        return play.actor(code, at);
    }

    public void finish(SubjectRef subject, String who, String way, Instant at) {
        play.finish(subject, who, way, null, null, at);
    }

    public void finish(SubjectRef subject, String who, String way, String opinion, Instant at, Act.Pick... picks) {
        play.finish(subject, who, way, opinion, null, at, picks);
    }

    public String holderOf(SubjectRef subject, Instant at, String likely) {
        return play.holderOf(subject, at, likely);
    }
}
