package org.sanban.meetings.agenda;

import java.util.ArrayList;
import java.util.List;
import org.sanban.meetings.MeetingGate;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.MeetingTypes;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the agenda must be before the notice goes out. */
@Configuration(proxyBeanMethods = false)
class AgendaGates {

    /** There is one, it fits into the meeting, and the first topic stands first where this kind of meeting has one. */
    @Bean
    Gate meetingsAgenda(MeetingRows rows, MeetingTypes types, ObjectProvider<Agenda> agenda) {
        return new MeetingGate("meetings.agenda", rows, (m, a) -> {
            List<Item> items = agenda.getObject().of(m.id());
            List<Objection> gaps = new ArrayList<>();
            if (items.isEmpty()) {
                gaps.add(Objection.of("meetings.gap.agenda").at("agenda"));
            } else if (types.of(m.type()).firstTopic() != null && !items.getFirst().first()) {
                gaps.add(Objection.of("meetings.gap.first-topic").at("agenda"));
            }
            int total = Timetable.total(items);
            if (total > m.minutes()) {
                gaps.add(Objection.of("meetings.refusal.agenda-too-long", total, m.minutes(), 0).at("agenda"));
            }
            return gaps;
        });
    }
}
