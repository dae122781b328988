package org.sanban.meetings.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Said;
import org.sanban.meetings.web.MeetingForms.ReplyForm;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** A reply as it is typed: persons one a line, a substitute and a leave in fields of their own; cars and diet stand with the first who comes. */
final class ReplyTexts {

    private static final int LONGEST = 200;

    private ReplyTexts() {}

    static Said read(ReplyForm form, Invitee.Kind invited) {
        Attendee.Kind kind = Attendee.Kind.valueOf(invited.name());
        List<Said.Person> persons = new ArrayList<>();
        String car = MeetingForms.orNull(form.car());
        String diet = MeetingForms.orNull(form.diet());
        if (car != null && car.length() > LONGEST || diet != null && diet.length() > LONGEST) {
            throw new Refused(Objection.of("meetings.refusal.text-long").at(car != null && car.length() > LONGEST ? "car" : "diet"));
        }
        for (String line : MeetingForms.lines(form.persons())) {
            String[] cells = line.split("[,\uff0c\t]", -1);
            if (cells.length > 3) {
                throw new Refused(Objection.of("meetings.refusal.person-line", line).at("persons"));
            }
            boolean first = persons.isEmpty();
            persons.add(new Said.Person(cells[0].strip(), cell(cells, 1), cell(cells, 2), kind, null, null, first ? car : null, first ? diet : null));
        }
        String substitute = MeetingForms.orNull(form.substitute());
        if (substitute != null) {
            String whom = MeetingForms.orNull(form.substitutes());
            if (whom == null) {
                throw new Refused(Objection.of("meetings.refusal.empty").at("substitutes"));
            }
            boolean first = persons.isEmpty();
            persons.add(new Said.Person(substitute, MeetingForms.orNull(form.substitutePost()), null, kind, whom, null, first ? car : null, first ? diet : null));
        }
        String leave = MeetingForms.orNull(form.leave());
        if (leave != null) {
            persons.add(new Said.Person(leave, null, null, Attendee.Kind.LEAVE, null, MeetingForms.orNull(form.leaveReason()), null, null));
        }
        String contact = MeetingForms.orNull(form.contact());
        String phone = MeetingForms.orNull(form.phone());
        if (contact != null && contact.length() > 60 || phone != null && phone.length() > 40) {
            throw new Refused(Objection.of("meetings.refusal.text-long").at(contact != null && contact.length() > 60 ? "contact" : "phone"));
        }
        return new Said(persons, contact, phone);
    }

    private static @org.jspecify.annotations.Nullable String cell(String[] cells, int n) {
        return n < cells.length ? MeetingForms.orNull(cells[n]) : null;
    }

    /** The reply that stands, as it would be typed. */
    static ReplyForm typed(Invitee invitee, List<Attendee> all) {
        List<Attendee> own = all.stream().filter(a -> java.util.Objects.equals(a.invitee(), invitee.id())).toList();
        String persons = own.stream().filter(a -> a.kind() != Attendee.Kind.LEAVE && a.substitutes() == null)
                .map(a -> a.name() + (a.post() == null ? "" : "\uff0c" + a.post()) + (a.phone() == null ? "" : (a.post() == null ? "\uff0c" : "") + "\uff0c" + a.phone())).collect(Collectors.joining("\n"));
        Attendee substitute = own.stream().filter(a -> a.substitutes() != null).findFirst().orElse(null);
        Attendee leave = own.stream().filter(a -> a.kind() == Attendee.Kind.LEAVE).findFirst().orElse(null);
        return new ReplyForm(
                persons, substitute == null ? null : substitute.name(), substitute == null ? null : substitute.post(), substitute == null ? null : substitute.substitutes(),
                leave == null ? null : leave.name(), leave == null ? null : leave.reason(), invitee.contact(), invitee.phone(),
                own.stream().map(Attendee::car).filter(java.util.Objects::nonNull).findFirst().orElse(null), own.stream().map(Attendee::diet).filter(java.util.Objects::nonNull).findFirst().orElse(null), null);
    }
}
