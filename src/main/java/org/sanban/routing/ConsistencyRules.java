package org.sanban.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.sanban.routing.OutgoingFacts.Attachment;
import org.sanban.routing.OutgoingFacts.Cited;
import org.sanban.routing.OutgoingFacts.Days;
import org.sanban.routing.WrittenDates.Written;

/** What the paper says must agree: with the paper it answers, its attachments, the calendar, its own figures. */
final class ConsistencyRules {

    static final List<Rule> ALL = List.of(
            new Rule("R-18", ConsistencyRules::citesWhatItAnswers),
            new Rule("R-22", ConsistencyRules::attachmentsAreAsListed),
            new Rule("R-25", ConsistencyRules::datesAreSound),
            new Rule("R-26", ConsistencyRules::meetingCanBeAttended),
            new Rule("R-29", ConsistencyRules::figuresAddUp));

    private ConsistencyRules() {}

    private static List<Flaw> citesWhatItAnswers(OutgoingFacts f, Terms t) {
        Cited answered = f.grounds().answers();
        if (answered == null || !answered.linked()) {
            return List.of(Flaw.of("unlinked", "answersIncoming"));
        }
        String body = f.words().body();
        Matcher subject = t.matcher("subject", answered.title());
        String title = subject.find() ? subject.group() : answered.title();
        List<Flaw> flaws = new ArrayList<>();
        flaws.addAll(Flaw.when(!body.contains(answered.number()), "number", "body", answered.number()));
        flaws.addAll(Flaw.when(!quotesAlike(body).contains(quotesAlike(title)), "title", "body", title));
        return flaws;
    }

    /** A title in a title changes its marks (《〈〉》). */
    private static String quotesAlike(String text) {
        return text.replace('〈', '《').replace('〉', '》');
    }

    private static List<Flaw> attachmentsAreAsListed(OutgoingFacts f, Terms t) {
        List<String> notes = f.words().attachmentNotes();
        List<Attachment> real = f.words().attachments();
        List<Flaw> flaws = new ArrayList<>();
        if (notes.size() != real.size()) {
            flaws.add(Flaw.of("count", "attachmentNotes", notes.size(), real.size()));
        }
        for (int i = 0; i < Math.min(notes.size(), real.size()); i++) {
            String listed = bare(notes.get(i), t);
            String title = bare(real.get(i).title(), t);
            flaws.addAll(Flaw.when(!listed.equals(title), "name", "attachmentNotes", i + 1, listed, title));
        }
        notes.stream()
                .filter(note -> t.finds("ending", note.strip()))
                .forEach(note -> flaws.add(Flaw.of("ending", "attachmentNotes", note.strip())));
        boolean none = notes.isEmpty() && real.isEmpty();
        flaws.addAll(Flaw.when(none && t.finds("mention", f.words().body()), "mentioned", "attachments"));
        return flaws;
    }

    private static String bare(String name, Terms t) {
        String unnumbered = t.matcher("numbering", name.strip()).replaceFirst("");
        return t.matcher("ending", unnumbered).replaceFirst("").replaceAll("\\s", "");
    }

    private static List<Flaw> datesAreSound(OutgoingFacts f, Terms t) {
        Days days = f.days();
        LocalDate issued = days.issuedOn();
        List<Flaw> flaws = new ArrayList<>();
        if (issued != null) {
            LocalDate approved = days.lastApprovalOn() == null ? days.signedOn() : days.lastApprovalOn();
            flaws.addAll(Flaw.when(issued.isAfter(days.today()), "future", "issuedOn", issued.toString()));
            flaws.addAll(Flaw.when(
                    approved != null && issued.isBefore(approved), "early", "issuedOn", issued.toString(), String.valueOf(approved)));
        }
        for (Written date : written(f, t)) {
            flaws.addAll(date.day() == null ? List.of(flaw("no-such-day", date)) : List.of());
            flaws.addAll(date.weekdayIsWrong() && !isMeetingNotice(f, t) ? List.of(flaw("weekday", date)) : List.of());
        }
        return flaws;
    }

    private static List<Written> written(OutgoingFacts f, Terms t) {
        return new WrittenDates(t).in(f.words().body(), f.days().issuedOn() == null ? f.days().today() : f.days().issuedOn());
    }

    private static Flaw flaw(String kind, Written date) {
        return Flaw.of(kind, "body", date.words(), date.weekday()).in(date.span());
    }

    private static boolean isMeetingNotice(OutgoingFacts f, Terms t) {
        return t.finds("meeting", f.words().title());
    }

    private static List<Flaw> meetingCanBeAttended(OutgoingFacts f, Terms t) {
        if (!isMeetingNotice(f, t)) {
            return List.of();
        }
        String text = f.words().body() + "\n" + f.words().annotation();
        List<Written> dates = written(f, t);
        Stream<Flaw> weekdays = dates.stream().filter(Written::weekdayIsWrong).map(date -> flaw("weekday", date));
        Stream<Flaw> lacking = Stream.of(
                        Flaw.when(dates.isEmpty(), "date", "body"),
                        Flaw.when(!t.finds("place", text), "place", "body"),
                        Flaw.when(!t.finds("contact", text), "contact", "body"))
                .flatMap(List::stream);
        return Stream.concat(weekdays, lacking).toList();
    }

    private static List<Flaw> figuresAddUp(OutgoingFacts f, Terms t) {
        Sums sums = new Sums(t);
        List<Flaw> flaws = new ArrayList<>(sums.wrongIn(f.words().body(), "body"));
        for (Attachment attachment : f.words().attachments()) {
            if (attachment.text() != null) {
                sums.wrongIn(attachment.text(), "attachments").forEach(flaw -> flaws.add(new Flaw(flaw.kind(), flaw.field(), null, flaw.args())));
                flaws.addAll(new Quantities(t).differing(f.words().body(), attachment.title(), attachment.text()));
            }
        }
        return flaws;
    }
}
