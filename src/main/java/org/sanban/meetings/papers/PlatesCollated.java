package org.sanban.meetings.papers;

import java.util.List;
import org.sanban.collation.Collated;
import org.sanban.collation.Element;
import org.sanban.collation.Reference;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Name plates and lists that were made elsewhere, against the names in the replies. */
@Component
class PlatesCollated implements Collated {

    static final String PURPOSE = "plates";

    private final MeetingRows rows;
    private final Attendees attendees;
    private final ObjectProvider<MeetingDesk> desk;

    PlatesCollated(MeetingRows rows, Attendees attendees, ObjectProvider<MeetingDesk> desk) {
        this.rows = rows;
        this.attendees = attendees;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return MeetingKind.KIND;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Standing standing(long subject) {
        List<String> names = attendees.of(subject).stream().filter(Attendee::comes).map(Attendee::name).toList();
        if (names.isEmpty()) {
            throw new Refused(Objection.of("collation.refusal.no-text"));
        }
        return new Standing(Reference.of().pieces(Element.LIST, names).partial(), String.valueOf(names.size()));
    }

    @Override
    public boolean mayCompare(long subject, Actor by) {
        Meeting m = rows.one(subject);
        return m.stamps().over() == null && desk.getObject().runs(m, by);
    }
}
