package org.sanban.meetings.replies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sanban.meetings.MeetingGate;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notice, replies and confirmations, as the steps ask for them. */
@Configuration(proxyBeanMethods = false)
class ReplyGates {

    private final MeetingRows rows;
    private final ObjectProvider<Invitations> invitations;
    private final Attendees attendees;
    private final ObjectProvider<Confirmations> confirmations;

    ReplyGates(MeetingRows rows, ObjectProvider<Invitations> invitations, Attendees attendees, ObjectProvider<Confirmations> confirmations) {
        this.rows = rows;
        this.invitations = invitations;
        this.attendees = attendees;
        this.confirmations = confirmations;
    }

    /** Every body on the list has had the notice. */
    @Bean
    Gate meetingsNoticed() {
        return new MeetingGate("meetings.noticed", rows, (m, a) -> {
            List<Invitee> all = invitations.getObject().of(m.id());
            if (all.isEmpty()) {
                return List.of(Objection.of("meetings.gap.invited").at("bodies"));
            }
            List<String> untold = all.stream().filter(i -> i.told() == null).map(i -> i.body().name()).toList();
            return untold.isEmpty() ? List.of() : List.of(Objection.of("meetings.gap.untold", names(untold)).at("replyBy"));
        });
    }

    /** Everyone has replied, and every leave and substitution is decided. */
    @Bean
    Gate meetingsReplied() {
        return new MeetingGate("meetings.replied", rows, (m, a) -> {
            List<Objection> gaps = new ArrayList<>();
            List<String> silent = invitations.getObject().of(m.id()).stream().filter(i -> i.replied() == null).map(i -> i.body().name()).toList();
            if (!silent.isEmpty()) {
                gaps.add(Objection.of("meetings.gap.silent", names(silent)).at("replies"));
            }
            List<String> asked = attendees.of(m.id()).stream().filter(p -> p.decision() == Attendee.Decision.ASKED).map(Attendee::name).toList();
            if (!asked.isEmpty()) {
                gaps.add(Objection.of("meetings.gap.asked", names(asked)).at("replies"));
            }
            return gaps;
        });
    }

    /** Whoever had the notice has confirmed every change. */
    @Bean
    Gate meetingsChangesConfirmed() {
        return new MeetingGate("meetings.changes-confirmed", rows, (m, a) -> {
            List<String> missing = confirmations.getObject().missing(m.id()).stream().map(Confirmations.Line::body).distinct().toList();
            return missing.isEmpty() ? List.of() : List.of(Objection.of("meetings.gap.unconfirmed", names(missing)).at("changes"));
        });
    }

    private static String names(List<String> all) {
        return all.stream().limit(5).collect(Collectors.joining("、")) + (all.size() > 5 ? " …（" + all.size() + "）" : "");
    }
}
