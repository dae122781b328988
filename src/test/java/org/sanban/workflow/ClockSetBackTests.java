package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.audit.Verification;
import org.sanban.testing.Flow;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The wall clock of the server is set back while papers are on their way: an hour before each act. */
class ClockSetBackTests extends OfficeTest {

    @Autowired
    private Flow flow;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Verification verification;

    @Test
    void promise2_aPaperGoesItsWholeWayInOrderWhileTheClockGoesBackwards() {
        SubjectRef paper = flow.start();
        int acts = 0;
        boolean back = true;
        for (List<Flow.Open> open = flow.open(paper); !open.isEmpty(); open = flow.open(paper)) {
            for (Flow.Open one : open) {
                clock.forward(Duration.ofHours(-1));
                if (back && one.step().equals("approve")) {
                    flow.sendBack(paper, one);
                    back = false;
                } else {
                    flow.finish(paper, one);
                }
                acts++;
            }
        }
        assertThat(movements(paper, "select seq from %s order by seq")).as("each act once, in the order in which they were done").hasSize(acts + 1).doesNotHaveDuplicates();
        assertThat(movements(paper, "select (at > lag(at) over (order by seq))::int from %s offset 1")).as("the times go backwards and the order does not").containsOnly(0L);
        assertThat(tasks(paper, "own_minutes < 0 or waiting_minutes < 0 or due_at < arrived_at or state not in ('DONE', 'DROPPED')")).as("no time is negative, none is left").isZero();
        assertThat(tasks(paper, "late")).as("nobody is late because the clock was").isZero();
        assertThat(verification.verify().whole()).isTrue();
    }

    private List<Long> movements(SubjectRef paper, String sql) {
        return jdbc.sql(sql.formatted("(select m.* from movement m join handling h on h.id = m.handling_id where h.subject_kind = ? and h.subject_id = ?) m"))
                .params(paper.kind(), paper.id()).query(Long.class).list();
    }

    private long tasks(SubjectRef paper, String condition) {
        return jdbc.sql("select count(*) from task t join handling h on h.id = t.handling_id where h.subject_kind = ? and h.subject_id = ? and (" + condition.replace("state", "t.state") + ")")
                .params(paper.kind(), paper.id()).query(Long.class).single();
    }
}
