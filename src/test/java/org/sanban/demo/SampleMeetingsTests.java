package org.sanban.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.meetings.agenda.Session;
import org.sanban.meetings.outcome.Decision;
import org.sanban.meetings.outcome.Decisions;
import org.sanban.meetings.outcome.Minutes;
import org.sanban.meetings.replies.Attendees;
import org.sanban.people.Actor;
import org.sanban.people.WorkCalendar;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The five meetings of the sample office go from the plan to the archive (issue 6, shows 1). */
class SampleMeetingsTests extends OfficeTest {

    @Autowired SampleMeetingWay way;
    @Autowired SampleMeetings samples;
    @Autowired SampleAffairs affairs;
    @Autowired Meetings meetings;
    @Autowired Agenda agenda;
    @Autowired Session session;
    @Autowired Attendees attendees;
    @Autowired Decisions decisions;
    @Autowired Minutes minutes;
    @Autowired Handlings handlings;
    @Autowired Positions positions;
    @Autowired WorkCalendar calendar;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void allFivePassThroughAndAreWhatTheFileSays() {
        clock.set("2026-10-12T09:00");
        int passed = new TransactionTemplate(transactions).execute(status -> {
            List<JsonNode> all = SampleMeetings.all();
            Map<String, Long> ids = new HashMap<>();
            all.forEach(one -> ids.put(Paper.text(one, "id"), way.bring(one)));
            all.forEach(one -> asTheFileSays(one, ids.get(Paper.text(one, "id"))));
            affairs.bring();
            assertThat(stateOf(ids.get("M-2026-001"), 3)).as("the affair of the sample is the one that arose from the decision").isEqualTo("SUPERVISION STORED");
            assertThat(stateOf(ids.get("M-2026-001"), 1)).isEqualTo("MEETING_DECISION STORED");
            assertThat(stateOf(ids.get("M-2026-002"), 1)).as("followed with the instruction already").isEqualTo("MEETING_DECISION MERGED");
            status.setRollbackOnly();
            return all.size();
        });
        assertThat(passed).isEqualTo(5);
    }

    private String stateOf(long meeting, int no) {
        return jdbc.sql("select a.category || ' ' || a.state from affair a join affair_decision k on k.affair_id = a.id join meeting_decision d on d.id = k.decision_id where d.meeting_id = ? and d.no = ?")
                .params(meeting, no).query(String.class).single();
    }

    private void asTheFileSays(JsonNode one, long id) {
        String name = Paper.text(one, "id");
        Meeting m = meetings.one(id, Actor.SYSTEM);
        boolean stored = Paper.text(one, "state").equals("STORED");
        assertThat(handlings.stepOf(m.ref())).as(name).isEqualTo(stored ? null : "archive");
        assertThat(positions.of(m.ref(), Actor.SYSTEM).orElseThrow().outcome()).as(name).isEqualTo(stored ? "STORED" : null);
        assertThat(agenda.of(id)).as(name).hasSize(one.get("agenda").size()).allMatch(i -> i.ended() != null);
        assertThat(attendees.of(id)).as(name).isNotEmpty().allMatch(a -> a.in() != null);
        assertThat(m.stamps().reported()).as(name + ": attendance five minutes after the start").isBeforeOrEqualTo(m.starts().plus(Duration.ofMinutes(5)));

        List<Decision> decided = decisions.of(id);
        assertThat(decided).as(name).hasSize(one.get("decisions").size()).allMatch(d -> d.assigned() != null);
        for (int n = 0; n < decided.size(); n++) {
            assertThat(decided.get(n).text()).isEqualTo(Paper.text(one.get("decisions").get(n), "text"));
        }
        assertThat(jdbc.sql("select count(*) from audit_entry where subject_kind = 'meeting' and subject_id = ? and what = 'meeting.decision-assigned'").param(id).query(Integer.class).single())
                .as(name + ": each told once").isEqualTo(decided.size());
        if (one.has("minutes_submission")) {
            Minutes.Standing paper = minutes.of(m, office.now());
            assertThat(paper).isNotNull();
            assertThat(paper.number()).as(name).isNotNull();
            assertThat(paper.differences()).as(name + ": text and record say the same").isEmpty();
            assertThat(paper.issued()).as(name + ": within three working days").isBefore(calendar.plus(m.stamps().over(), 3 * calendar.minutesPerDay()));
        }
        if (Paper.text(one, "type").equals("VIDEO")) {
            assertThat(m.branches()).as("with its branch venues").hasSize(6);
        }
        if (Paper.text(one, "type").equals("EXECUTIVE")) {
            assertThat(agenda.of(id).getFirst().first()).as("the first topic stands first").isTrue();
            assertThat(session.timetable(m, office.now()).slots().stream().filter(s -> !s.item().attend().isEmpty()).count()).as("units called in for their items")
                    .isEqualTo(java.util.stream.StreamSupport.stream(one.get("agenda").spliterator(), false).filter(i -> Paper.texts(i, "attend").stream().anyMatch(c -> c.startsWith("ORG-"))).count());
        }
    }
}
