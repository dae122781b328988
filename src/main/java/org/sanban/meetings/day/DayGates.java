package org.sanban.meetings.day;

import java.util.ArrayList;
import java.util.List;
import org.sanban.meetings.MeetingGate;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The equipment is in order; the meeting was held and its attendance reported. */
@Configuration(proxyBeanMethods = false)
class DayGates {

    @Bean
    Gate meetingsEquipment(MeetingRows rows, ObjectProvider<Equipment> equipment) {
        return new MeetingGate("meetings.equipment", rows, (m, a) -> equipment.getObject().gaps(m));
    }

    @Bean
    Gate meetingsHeld(MeetingRows rows) {
        return new MeetingGate("meetings.held", rows, (m, a) -> {
            List<Objection> gaps = new ArrayList<>();
            if (m.stamps().over() == null) {
                gaps.add(Objection.of("meetings.gap.over").at("over"));
            }
            if (m.stamps().reported() == null) {
                gaps.add(Objection.of("meetings.gap.reported").at("report"));
            }
            return gaps;
        });
    }
}
