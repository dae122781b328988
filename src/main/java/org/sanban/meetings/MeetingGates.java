package org.sanban.meetings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the plan itself must say before it goes on. Each is named in {@code procedures/meeting.yaml}. */
@Configuration(proxyBeanMethods = false)
class MeetingGates {

    private final MeetingRows rows;
    private final MeetingTypes types;
    private final ZoneId zone;

    MeetingGates(MeetingRows rows, MeetingTypes types, @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.types = types;
        this.zone = zone;
    }

    /** One that belongs into the yearly plan stands in that of its year, or says why it is held all the same; it lies ahead. */
    @Bean
    Gate meetingsPlanned() {
        return new MeetingGate("meetings.planned", rows, (m, a) -> {
            List<Objection> gaps = new ArrayList<>();
            int year = LocalDate.ofInstant(m.starts(), zone).getYear();
            if (types.of(m.type()).yearPlan() && m.planException() == null && (m.planYear() == null || m.planYear() != year)) {
                gaps.add(Objection.of("meetings.gap.year-plan", String.valueOf(year)).at("planYear"));
            }
            if (!m.starts().isAfter(a.at())) {
                gaps.add(Objection.of("meetings.refusal.in-the-past").at("starts"));
            }
            return gaps;
        });
    }

    /** It was called off in the open. */
    @Bean
    Gate meetingsCancelled() {
        return new MeetingGate("meetings.cancelled", rows, (m, a) -> m.cancelled() ? List.of() : List.of(Objection.of("meetings.gap.cancel").at("cancelReason")));
    }
}
