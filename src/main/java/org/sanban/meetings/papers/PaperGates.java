package org.sanban.meetings.papers;

import java.util.ArrayList;
import java.util.List;
import org.sanban.meetings.MeetingGate;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Materials, seats and plates, as the steps ask for them. */
@Configuration(proxyBeanMethods = false)
class PaperGates {

    @Bean
    Gate meetingsMaterials(MeetingRows rows, ObjectProvider<Materials> materials) {
        return new MeetingGate("meetings.materials", rows, (m, a) -> materials.getObject().gaps(m.id()));
    }

    /** Everyone who comes has a seat, and two persons have checked each plate since the name was last changed. */
    @Bean
    Gate meetingsPlates(MeetingRows rows, Attendees attendees) {
        return new MeetingGate("meetings.plates", rows, (m, a) -> {
            List<Attendee> come = attendees.of(m.id()).stream().filter(Attendee::comes).toList();
            List<Objection> gaps = new ArrayList<>();
            long unseated = come.stream().filter(p -> p.seat() == null).count();
            if (come.isEmpty() || unseated > 0) {
                gaps.add(Objection.of("meetings.gap.unseated", unseated).at("seats"));
            }
            long unchecked = come.stream().filter(p -> p.seat() != null && !p.plateChecked()).count();
            if (unchecked > 0) {
                gaps.add(Objection.of("meetings.gap.plates", unchecked).at("seats"));
            }
            return gaps;
        });
    }
}
