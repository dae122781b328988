package org.sanban.meetings.outcome;

import java.util.List;
import java.util.Map;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingGate;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Effect;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must have come of a meeting before it goes on, and what is done with it. */
@Configuration(proxyBeanMethods = false)
class OutcomeGates {

    private final MeetingRows rows;
    private final ObjectProvider<Decisions> decisions;
    private final ObjectProvider<Minutes> minutes;
    private final ObjectProvider<Press> press;

    OutcomeGates(MeetingRows rows, ObjectProvider<Decisions> decisions, ObjectProvider<Minutes> minutes, ObjectProvider<Press> press) {
        this.rows = rows;
        this.decisions = decisions;
        this.minutes = minutes;
        this.press = press;
    }

    /** It is over, and each decision says who does what by when. */
    @Bean
    Gate meetingsRecorded() {
        return new MeetingGate("meetings.recorded", rows, (m, a) -> decisions.getObject().of(m.id()).stream().filter(d -> !d.whole())
                .map(d -> Objection.of("meetings.gap.decision-whole", d.no()).at("decisions")).toList());
    }

    @Bean
    Gate meetingsMinutesDrafted() {
        return new MeetingGate("meetings.minutes-drafted", rows, (m, a) -> minutes.getObject().against(m, a.at()));
    }

    /** They were sent out, and say of the decisions what the record says. */
    @Bean
    Gate meetingsMinutesIssued() {
        return new MeetingGate("meetings.minutes-issued", rows, (m, a) -> {
            Minutes.Standing now = minutes.getObject().of(m, a.at());
            return now == null || now.issued() == null ? List.of(Objection.of("meetings.gap.minutes-issued").at("minutes")) : now.differences();
        });
    }

    @Bean
    Gate meetingsPress() {
        return new MeetingGate("meetings.press", rows, (m, a) -> press.getObject().of(m.id()).filter(p -> p.approved() != null).isPresent()
                ? List.of() : List.of(Objection.of("meetings.gap.press").at("pressText")));
    }

    /** Nothing that was decided is left without somebody who follows it up. */
    @Bean
    Gate meetingsAssigned() {
        return new MeetingGate("meetings.assigned", rows, (m, a) -> decisions.getObject().of(m.id()).stream().filter(d -> !d.settled())
                .map(d -> Objection.of("meetings.gap.unassigned", d.no()).at("decisions")).toList());
    }

    @Bean
    Effect meetingsAssign() {
        return new Done("meetings.assign", (m, a) -> decisions.getObject().assign(m, a.by(), a.at()));
    }

    @Bean
    Effect meetingsClosed() {
        return new Done("meetings.closed", (m, a) -> rows.stamp(m.id(), Map.of("closed_at", a.at())));
    }

    private final class Done implements Effect {

        private final String code;
        private final java.util.function.BiConsumer<Meeting, Attempt> work;

        private Done(String code, java.util.function.BiConsumer<Meeting, Attempt> work) {
            this.code = code;
            this.work = work;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public void apply(Attempt attempt) {
            work.accept(rows.lock(attempt.subject().id()), attempt);
        }
    }
}
